import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../electron/backend/log.ts';
import type { CliHost } from '../../electron/cli/command.ts';
import { evaluate } from '../../electron/cli/evaluate.ts';
import { accessCaseLine } from './access-cases.ts';

/** Deciding a file of cases line by line, in a process of its own. */
export interface AccessMeasurement {
  readonly answers: number;
  readonly seconds: number;
  /** Of the processor, of all threads. */
  readonly cpuSeconds: number;
  /** Of `JSON.parse` and `JSON.stringify` of the same lines, and nothing more. */
  readonly bareCpuSeconds: number;
  readonly peakMb: number;
}

const NO_OPTIONS = {
  workspace: null,
  profile: null,
  regions: [],
  endpointUrl: null,
  roleArn: null,
  organizationRole: null,
};

const lines = Number(process.argv[2]);
const folder = await mkdtemp(join(tmpdir(), 'assay-bench-access-'));
let answers = 0;
try {
  const file = join(folder, 'cases.ndjson');
  await writeCases(file);
  const [started, before] = [performance.now(), process.cpuUsage()];
  await evaluate.run({
    host: countingHost(),
    global: NO_OPTIONS,
    values: { cases: file },
    positionals: [],
  });
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = secondsSince(before);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const bareCpuSeconds = await bare(file);
  const measured = { answers, seconds, cpuSeconds, bareCpuSeconds, peakMb };
  console.log(JSON.stringify(measured satisfies AccessMeasurement));
} finally {
  await rm(folder, { recursive: true, force: true });
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function bare(file: string): Promise<number> {
  const texts = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const before = process.cpuUsage();
  let length = 0;
  for (const text of texts) length += JSON.stringify(JSON.parse(text)).length;
  if (length === 0) throw new Error('there were no lines');
  return secondsSince(before);
}

/** Answers are counted and dropped. */
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

async function writeCases(file: string): Promise<void> {
  const stream = createWriteStream(file);
  for (let index = 0; index < lines; index += 1) {
    if (!stream.write(`${accessCaseLine(index)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}
