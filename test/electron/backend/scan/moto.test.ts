import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import { systemNow } from '../../../../electron/backend/clock.ts';
import { runScan } from '../../../../electron/backend/scan/run-scan.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import type { ReadOutcome } from '../../../../shared/model/dataset.ts';
import { startMoto } from '../../../helpers/moto.ts';
import { SETTINGS } from './simulated.ts';

const connection: Connection = {
  id: 'moto',
  label: 'moto',
  profile: null,
  roleArn: null,
  regions: ['us-east-1'],
  endpointUrl: null,
  accountId: null,
  organization: null,
};

const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
const moto = await startMoto();
const endpoint = 'missing' in moto ? '' : moto.endpoint;

describe('a scan of a moto server', () => {
  beforeEach(({ skip }) => {
    if ('missing' in moto) skip(moto.missing);
  });

  it('finishes, reads what moto has and names what it does not have', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-moto-'));
    const store = await openStore({ folder });
    try {
      const { datasets, sources } = await runScan({
        scanId: 'moto',
        connections: [connection],
        store,
        settings: SETTINGS,
        spoolFolder: join(folder, 'spool'),
        clock: systemNow,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        connect: (one) =>
          createClients({ connection: one, env: { AWS_ENDPOINT_URL: endpoint }, credentials }),
      });
      const outcomes = new Map<string, ReadOutcome>([
        ...datasets.map(({ dataset, outcome }) => [dataset, outcome] as const),
        ...sources.map(({ source, outcome }) => [source, outcome] as const),
      ]);
      const collected = [...outcomes].filter(([, { status }]) => status === 'collected');
      expect(collected.map(([name]) => name).sort()).toEqual([
        'account-authorization',
        'invocation-logging',
        'metrics',
        'trails',
      ]);
      expect(outcomes.get('guardrails')).toEqual({
        status: 'failed',
        reason:
          "bedrock:ListGuardrails was answered with HTTP status 500 by text that is not AWS's; the endpoint may not offer it.",
      });
      expect(JSON.stringify([...outcomes])).not.toMatch(/\\n| at |node_modules|<html/);
    } finally {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);

  afterAll(() => ('missing' in moto ? undefined : moto.stop()));
});
