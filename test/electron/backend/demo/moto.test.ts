import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { startMoto } from '../../../helpers/moto.ts';

test('a moto server starts, answers the SDK and stops', async (context) => {
  const moto = await startMoto();
  if ('missing' in moto) {
    context.skip(moto.missing);
    return;
  }
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new STSClient({ endpoint: moto.endpoint, region: 'us-east-1', credentials });
  const { Account } = await client.send(new GetCallerIdentityCommand({}));
  expect(Account).toBe('123456789012');
  await moto.stop();
  await expect(fetch(moto.endpoint)).rejects.toThrow();
}, 60_000);
