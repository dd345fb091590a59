import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Backend, createBackend } from '../../../../electron/backend/create-backend.ts';
import { silentLog } from '../../../helpers/page-server.ts';
import { withFolder } from '../../../helpers/with-folder.ts';

const ACCOUNT = '111122223333';
const ARN = `arn:aws:sts::${ACCOUNT}:assumed-role/app/session`;
const CALL = { region: 'us-east-1', modelId: 'us.amazon.nova-lite-v1:0', requestId: 'request-1' };

const EVENT = {
  eventVersion: '1.11',
  userIdentity: { type: 'AssumedRole', arn: ARN, accountId: ACCOUNT },
  eventTime: '2026-11-18T10:00:00Z',
  eventSource: 'bedrock.amazonaws.com',
  eventName: 'Converse',
  awsRegion: CALL.region,
  requestParameters: { modelId: CALL.modelId },
  requestID: CALL.requestId,
  eventID: 'event-1',
  recipientAccountId: ACCOUNT,
  eventCategory: 'Management',
};

/** Whatever an event tells of a credential: it is shown without the secret. */
const CREDENTIAL = {
  ...EVENT,
  eventSource: 'bedrock-agentcore.amazonaws.com',
  eventName: 'GetWorkloadAccessToken',
  eventID: 'event-2',
  requestID: 'request-2',
  responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLE', sessionToken: 'FwoGZXIvYXdz' } },
};

const INVOCATION = {
  schemaType: 'ModelInvocationLog',
  schemaVersion: '1.0',
  timestamp: '2026-11-18T10:00:01Z',
  accountId: ACCOUNT,
  identity: { arn: ARN },
  operation: 'Converse',
  ...CALL,
  input: { inputContentType: 'application/json', inputTokenCount: 1_000_000 },
  output: { outputContentType: 'application/json', outputTokenCount: 1_000 },
};

/** Imports a folder and waits for the job's last event. */
async function importFolder({ api, onEvent }: Backend, folder: string): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    onEvent((event) => {
      if (event.type !== 'job' || event.job.state === 'running') return;
      if (event.job.state === 'done') resolve();
      else reject(new Error(`the import ended ${event.job.state}: ${event.job.error?.message}`));
    });
  });
  await api['import.start']({ folder });
  await ended;
}

test('a record comes with its invocation, and with what that cost by the bundled prices', () =>
  withFolder(async (home) => {
    const logs = join(home, 'logs');
    const workspace = join(home, 'workspace');
    const backend = await createBackend({ workspace, home, version: '0.0.0', log: silentLog });
    try {
      await mkdir(logs);
      await writeFile(join(logs, 'events.json'), JSON.stringify({ Records: [EVENT, CREDENTIAL] }));
      await writeFile(join(logs, 'invocations.ndjson'), `${JSON.stringify(INVOCATION)}\n`);
      await importFolder(backend, logs);
      const found = await backend.api['events.record']({ eventId: 'event-1' });
      expect(found.record).toEqual(EVENT);
      expect(found.file).toBe(join(logs, 'events.json'));
      expect(found.invocation).toMatchObject({ inputTokens: 1_000_000, outputTokens: 1_000 });
      const credential = await backend.api['events.record']({ eventId: 'event-2' });
      expect(JSON.stringify(credential)).not.toContain('FwoGZXIvYXdz');
      expect(credential.record).toMatchObject({
        responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLE' } },
      });
      expect(found.cost).toMatchObject({ usd: '0.06024', unpricedReason: null });
    } finally {
      await backend.close();
    }
  }));
