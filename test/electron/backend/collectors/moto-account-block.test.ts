import { S3Control } from '@aws-sdk/client-s3-control';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '../../../../electron/backend/aws/caller.ts';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import { controlEndpoint } from '../../../../electron/backend/aws/control-endpoint.ts';
import { readAccountBlock } from '../../../../electron/backend/collectors/surroundings/account-block.ts';
import { startMoto } from '../../../helpers/moto.ts';

const AccountId = '123456789012';
const REGION = 'eu-west-1';
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };

const moto = await startMoto();
const endpoint = 'missing' in moto ? 'http://127.0.0.1:1' : moto.endpoint;
const connection = {
  id: 'moto',
  label: 'moto',
  profile: null,
  roleArn: null,
  organization: null,
  regions: [REGION],
  endpointUrl: endpoint,
  accountId: null,
};
const clients = createClients({ connection, env: {}, credentials });

afterAll(async () => {
  clients.close();
  if (!('missing' in moto)) await moto.stop();
});

function readBlock() {
  const { signal } = new AbortController();
  const { call } = createCaller({ region: REGION, profile: null, signal, identified: true });
  return readAccountBlock({
    clients,
    accountId: AccountId,
    region: REGION,
    call,
    part: async (_, read) => ({ read: true, value: await read() }),
  });
}

describe("moto, a second AWS, and the account's own block of public access", () => {
  beforeEach(({ skip }) => {
    if ('missing' in moto) skip(moto.missing);
  });

  it('is none, then what was set', async () => {
    expect(await readBlock()).toEqual({ read: true, value: null });
    const settings = { endpoint, region: REGION, credentials };
    const control = new S3Control({ ...settings, ...controlEndpoint(settings) });
    const PublicAccessBlockConfiguration = { IgnorePublicAcls: true };
    await control.putPublicAccessBlock({ AccountId, PublicAccessBlockConfiguration });
    expect(await readBlock()).toEqual({
      read: true,
      value: {
        blockPublicAcls: false,
        ignorePublicAcls: true,
        blockPublicPolicy: false,
        restrictPublicBuckets: false,
      },
    });
  }, 60_000);
});
