import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import { systemNow } from '../../../../electron/backend/clock.ts';
import { collectedDatasets, collectors } from '../../../../electron/backend/collectors/index.ts';
import { runScan } from '../../../../electron/backend/scan/run-scan.ts';
import { metricPlans } from '../../../../electron/backend/sources/metrics/metric-plans.ts';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
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

/** What moto answers as AWS does; the metrics come from one operation, whatever their namespace. */
const IMPLEMENTED = [
  'account-authorization',
  'agentcore-gateways',
  'agentcore-memories',
  'agentcore-runtimes',
  'agents',
  'alarms',
  'budgets',
  'cost-explorer',
  'custom-models',
  'customization-jobs',
  'invocation-logging',
  'knowledge-bases',
  'log-groups',
  'organization-policies',
  'trails',
  'vpc-endpoints',
];

/** What has nothing to ask for where nothing is named. */
const FOLLOWERS: ReadonlySet<string> = new Set(
  collectedDatasets.filter((id) => (collectors[id].follows ?? []).length > 0),
);

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
        lookupIntervalMs: 1,
        connect: (one) =>
          createClients({ connection: one, env: { AWS_ENDPOINT_URL: endpoint }, credentials }),
      });
      const readings = [
        ...datasets.map(({ dataset, ...rest }) => ({ name: dataset as string, ...rest })),
        ...sources.map(({ source, ...rest }) => ({ name: source, ...rest })),
      ];
      const outcomes = new Map(readings.map(({ name, outcome }) => [name, outcome]));
      const collected = readings.filter(({ outcome }) => outcome.status === 'collected');
      const asked = collected.filter(({ calls }) => calls > 0).map(({ name }) => name);
      expect(asked.sort()).toEqual([...IMPLEMENTED, ...metricPlans.map(({ id }) => id)].sort());
      const unasked = collected.filter(({ calls }) => calls === 0).map(({ name }) => name);
      expect(unasked.filter((name) => !FOLLOWERS.has(name))).toEqual([]);
      for (const { name, outcome } of readings) {
        if (outcome.status === 'collected') continue;
        expect(['failed', 'unavailable'], name).toContain(outcome.status);
        expect(outcome.reason, name).not.toBe('');
      }
      expect(new Set(datasets.map(({ dataset }) => dataset))).toEqual(new Set(collectedDatasets));
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
