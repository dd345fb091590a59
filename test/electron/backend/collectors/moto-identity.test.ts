import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { Organizations } from '@aws-sdk/client-organizations';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import { collectors } from '../../../../electron/backend/collectors/index.ts';
import { readDataset } from '../../../../electron/backend/scan/read-dataset.ts';
import type { CollectedDatasetId, DatasetReading } from '../../../../shared/model/dataset.ts';
import { startMoto } from '../../../helpers/moto.ts';
import { NOW } from '../scan/simulated.ts';

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';
const INVOKE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' }],
});

const moto = await startMoto();
const endpoint = 'missing' in moto ? 'http://127.0.0.1:1' : moto.endpoint;
const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
const settings = { endpoint, region: REGION, credentials };
const clients = createClients({
  connection: {
    id: 'moto',
    label: 'moto',
    profile: null,
    roleArn: null,
    organization: null,
    regions: [REGION],
    endpointUrl: null,
    accountId: null,
  },
  env: { AWS_ENDPOINT_URL: endpoint },
  credentials,
});

afterAll(async () => {
  clients.close();
  if (!('missing' in moto)) await moto.stop();
});

/** Reads a dataset of moto, and those it follows. */
function read<D extends CollectedDatasetId>(dataset: D): Promise<DatasetReading<D>> {
  return readDataset<D>(collectors[dataset], {
    clients,
    accountId: ACCOUNT,
    region: REGION,
    signal: new AbortController().signal,
    clock: () => NOW,
    readings: async (followed) => [await read(followed)],
  });
}

describe('identities and the organisation of a moto server', () => {
  beforeEach(({ skip }) => {
    if ('missing' in moto) skip(moto.missing);
  });

  it('has users with tags, policies in their default version, and access keys', async () => {
    const iam = new IAMClient(settings);
    const Tags = [{ Key: 'team', Value: 'search' }];
    await iam.send(new CreateUserCommand({ UserName: 'ada', Path: '/people/', Tags }));
    const { Policy } = await iam.send(
      new CreatePolicyCommand({ PolicyName: 'invoke', PolicyDocument: INVOKE }),
    );
    const PolicyArn = Policy?.Arn ?? '';
    await iam.send(new AttachUserPolicyCommand({ UserName: 'ada', PolicyArn }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ada' }));
    const trust = { AssumeRolePolicyDocument: INVOKE, PermissionsBoundary: PolicyArn };
    await iam.send(new CreateRoleCommand({ RoleName: 'job', ...trust }));

    const [found] = (await read('account-authorization')).items;
    expect(found?.identities.find(({ name }) => name === 'ada')).toMatchObject({
      kind: 'user',
      path: '/people/',
      attachedPolicyArns: [PolicyArn],
      tags: { team: 'search' },
      lastUsed: null,
    });
    expect(found?.identities.find(({ name }) => name === 'job')).toMatchObject({
      kind: 'role',
      lastUsed: null,
      permissionsBoundaryArn: PolicyArn,
    });
    expect(found?.policies.find(({ arn }) => arn === PolicyArn)).toMatchObject({
      document: INVOKE,
      versionId: 'v1',
    });

    const { items } = await read('access-keys');
    expect(items).toMatchObject([
      {
        accessKeyId: AccessKey?.AccessKeyId,
        userName: 'ada',
        status: 'Active',
        lastUsed: { read: true, value: null },
      },
    ]);
  });

  it.each(['api-keys', 'service-last-accessed'] as const)(
    '%s, which it does not have, fail in words',
    async (dataset) => {
      const { outcome } = await read(dataset);
      expect(['unavailable', 'failed']).toContain(outcome.status);
      expect(JSON.stringify(outcome)).not.toMatch(/\\n| at |node_modules|<html/);
    },
  );

  it('has no organisation until one is made, then its tree, accounts and policies', async () => {
    expect((await read('organization')).outcome).toMatchObject({ status: 'unavailable' });
    const organizations = new Organizations(settings);
    await organizations.createOrganization({ FeatureSet: 'ALL' });
    const { Roots } = await organizations.listRoots({});
    const ParentId = Roots?.[0]?.Id ?? '';
    const { OrganizationalUnit: unit } = await organizations.createOrganizationalUnit({
      ParentId,
      Name: 'Research',
    });
    const created = await organizations.createAccount({ AccountName: 'lab', Email: 'a@b.example' });
    const { Policy } = await organizations.createPolicy({
      Name: 'guard',
      Type: 'SERVICE_CONTROL_POLICY',
      Description: '',
      Content: INVOKE,
    });
    const PolicyId = Policy?.PolicySummary?.Id ?? '';
    await organizations.attachPolicy({ PolicyId, TargetId: unit?.Id ?? '' });

    const [found] = (await read('organization')).items;
    expect(found).toMatchObject({ managementAccountId: ACCOUNT, featureSet: 'ALL' });
    const tree = found?.tree.read === true ? found.tree.value : null;
    expect(tree?.units.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Root', null],
      ['Research', ParentId],
    ]);
    expect(tree?.accounts.map(({ name, state }) => [name, state])).toContainEqual([
      'lab',
      'ACTIVE',
    ]);
    expect(tree?.accounts.map(({ accountId }) => accountId)).toContain(
      created.CreateAccountStatus?.AccountId,
    );
    const policies = (await read('organization-policies')).items;
    expect(policies.find(({ name }) => name === 'guard')).toMatchObject({
      policyId: PolicyId,
      awsManaged: false,
      content: { read: true, value: INVOKE },
      targets: {
        read: true,
        value: [{ targetId: unit?.Id, name: 'Research', type: 'ORGANIZATIONAL_UNIT' }],
      },
    });
    const { outcome } = await read('effective-bedrock-policy');
    expect(['unavailable', 'failed']).toContain(outcome.status);
  });
});
