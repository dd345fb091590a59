import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../electron/backend/log.ts';
import type { CliHost } from '../../electron/cli/command.ts';
import { price } from '../../electron/cli/price.ts';

/** Pricing a file of usage line by line, in a process of its own. */
export interface PriceMeasurement {
  readonly answers: number;
  readonly seconds: number;
  /** Of the processor, of all threads. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

const MODELS = [
  'anthropic.claude-sonnet-4-6',
  'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  'Claude4.6Sonnet',
  'global.anthropic.claude-opus-4-8',
  'amazon.nova-lite-v1:0',
];
const UNITS = ['input-tokens', 'output-tokens', 'cache-read-tokens', 'cache-write-5m-tokens'];
const NO_OPTIONS = {
  workspace: null,
  profile: null,
  regions: [],
  endpointUrl: null,
  roleArn: null,
  organizationRole: null,
};

const lines = Number(process.argv[2]);
const folder = await mkdtemp(join(tmpdir(), 'assay-bench-price-'));
let answers = 0;
try {
  const file = join(folder, 'usage.ndjson');
  await writeUsage(file);
  const [started, before] = [performance.now(), process.cpuUsage()];
  await price.run({
    host: countingHost(),
    global: NO_OPTIONS,
    values: { usage: file },
    positionals: [],
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ answers, seconds, cpuSeconds, peakMb } satisfies PriceMeasurement));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** No workspace, so that the bundled table prices; answers are counted and dropped. */
function countingHost(): CliHost {
  return {
    env: {},
    out: (text) => {
      answers += text.split('\n').length - 1;
    },
    err: { write: () => undefined, live: false },
    width: 100,
    home: join(folder, 'none'),
    install: { folder, version: '0', pageFolder: folder, demoThread: null },
    log: createLog({ now: () => '2026-11-20T12:00:00Z', sinks: [] }),
    signal: new AbortController().signal,
    openBackend: () => Promise.reject(new Error('there is no workspace to open')),
  };
}

async function writeUsage(file: string): Promise<void> {
  const stream = createWriteStream(file);
  for (let index = 0; index < lines; index += 1) {
    const row = {
      modelId: MODELS[index % MODELS.length],
      region: 'us-east-1',
      unit: UNITS[index % UNITS.length],
      quantity: index,
      day: `2026-11-0${1 + (index % 9)}`,
    };
    if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}
