import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../electron/backend/log.ts';
import type { CliHost, Command } from '../../electron/cli/command.ts';

/** One command over a file of lines, in a process of its own. */
export interface CommandMeasurement {
  readonly answers: number;
  readonly seconds: number;
  /** Of the processor, of all threads. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** What is run over how many lines. */
export interface MeasuredCommand {
  readonly command: Command;
  /** The option that names the file. */
  readonly option: string;
  readonly lines: number;
  readonly lineOf: (index: number) => string;
}

const NO_OPTIONS = {
  workspace: null,
  profile: null,
  regions: [],
  endpointUrl: null,
  roleArn: null,
  organizationRole: null,
};

/** Runs a command over a file of lines that is written for it; `after` may look at the file. */
export async function measureCommand<T>(
  { command, option, lines, lineOf }: MeasuredCommand,
  after: (measured: CommandMeasurement, file: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-lines-'));
  const counted = { answers: 0 };
  try {
    const file = join(folder, 'lines.ndjson');
    await writeLines(file, lines, lineOf);
    const [started, before] = [performance.now(), process.cpuUsage()];
    const host = countingHost(folder, counted);
    await command.run({ host, global: NO_OPTIONS, values: { [option]: file }, positionals: [] });
    const seconds = (performance.now() - started) / 1000;
    const cpuSeconds = cpuSecondsSince(before);
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    return await after({ ...counted, seconds, cpuSeconds, peakMb }, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Seconds of the processor, of all threads. */
export function cpuSecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** No workspace; answers are counted and dropped. */
function countingHost(folder: string, counted: { answers: number }): CliHost {
  return {
    env: {},
    out: (text) => {
      counted.answers += text.split('\n').length - 1;
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

async function writeLines(
  file: string,
  lines: number,
  lineOf: (index: number) => string,
): Promise<void> {
  const stream = createWriteStream(file);
  for (let index = 0; index < lines; index += 1) {
    if (!stream.write(`${lineOf(index)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}
