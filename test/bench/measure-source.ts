import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClients } from '../../electron/backend/aws/clients.ts';
import { createMeteredCalls } from '../../electron/backend/aws/metered-calls.ts';
import { readLogGroup } from '../../electron/backend/sources/log-group.ts';
import { readLookupEvents } from '../../electron/backend/sources/lookup-events.ts';
import { BEDROCK_QUERY } from '../../electron/backend/sources/lookup-queries.ts';
import { runtimeMetrics } from '../../electron/backend/sources/metrics/metric-plans.ts';
import { readMetrics } from '../../electron/backend/sources/metrics/read-metrics.ts';
import { readLogBucket } from '../../electron/backend/sources/s3-logs.ts';
import { openStore } from '../../electron/backend/store/open.ts';
import { SMALL_ACCOUNT, SMALL_KEY, SMALL_NOW } from '../helpers/small-world/small-world.ts';

/** Reading one source over HTTP into a store, in a process of its own. */
export interface SourceMeasurement {
  readonly seconds: number;
  readonly records: number;
  readonly requests: number;
  readonly peakMb: number;
}

const [source, endpointUrl] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'assay-bench-source-'));
const clock = () => SMALL_NOW;
const store = await openStore({ folder, now: clock });
const connection = {
  id: 'bench',
  label: 'bench',
  profile: null,
  roleArn: null,
  regions: ['us-east-1'],
  endpointUrl: endpointUrl ?? null,
  accountId: SMALL_ACCOUNT,
  organization: null,
};
const clients = createClients({ connection, env: {}, credentials: SMALL_KEY });
const meter = createMeteredCalls({ scanId: 'bench', capUsd: '50', spentUsd: [], clock });
const signal = new AbortController().signal;
const tools = { store, meter, spoolFolder: join(folder, 'spool'), signal, clock };
const target = { clients, accountId: SMALL_ACCOUNT, region: 'us-east-1' };
const onProgress = () => undefined;

async function read(): Promise<{ readonly records: number; readonly requests: number }> {
  if (source === 's3') {
    const place = { accountId: SMALL_ACCOUNT, region: 'us-east-1' };
    const bucket = { bucket: 'small-logs', prefix: '', region: 'us-east-1' };
    const { summary, readings } = await readLogBucket({
      tools,
      bucket: { ...bucket, accountIds: [SMALL_ACCOUNT], logs: [{ kind: 'cloudtrail', ...place }] },
      candidates: [{ accountId: SMALL_ACCOUNT, clients }],
      onProgress,
    });
    const requests = readings.reduce((sum, { calls }) => sum + calls, 0);
    return { records: summary.events, requests };
  }
  if (source === 'logs') {
    const options = { tools, target, logGroup: '/bench', onProgress, intervalMs: 0 };
    const { summary, reading } = await readLogGroup(options);
    return { records: summary.invocations, requests: reading.calls };
  }
  if (source === 'metrics') {
    const options = { tools, target, plan: runtimeMetrics, candidates: [], onProgress };
    const { items, calls } = await readMetrics(options);
    return { records: items, requests: calls };
  }
  const options = { tools, target, covered: [], onProgress, intervalMs: 0 };
  const { summary, reading } = await readLookupEvents({ ...options, queries: [BEDROCK_QUERY] });
  return { records: summary.events, requests: reading.calls };
}

const started = performance.now();
const { records, requests } = await read();
const seconds = (performance.now() - started) / 1000;
await store.close();
clients.close();
await rm(folder, { recursive: true, force: true });
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ seconds, records, requests, peakMb }));
