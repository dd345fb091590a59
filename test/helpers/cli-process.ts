import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const CLI = resolve(import.meta.dirname, '../../dist/hosts/cli.js');

/** A running `assay` process. */
export interface CliProcess {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** Resolves once stdout or stderr matches; rejects when the process ends before. */
  seen(pattern: RegExp): Promise<void>;
  readonly ended: Promise<number | null>;
}

/** Starts the bundled command line as a process of its own, for at most the running test's time. */
export function startCli(home: string, argv: readonly string[]): CliProcess {
  if (!existsSync(CLI))
    throw new Error('The command line is not built: run `npm run build` first.');
  const { AWS_PROFILE: _, AWS_REGION: __, ...env } = process.env;
  const child = spawn(process.execPath, [CLI, ...argv], {
    env: { ...env, ASSAY_HOME: home, AWS_EC2_METADATA_DISABLED: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  let err = '';
  const watchers = new Set<() => void>();
  const watch = () => {
    for (const watcher of watchers) watcher();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    watch();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    watch();
  });
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  return {
    child,
    out: () => out,
    err: () => err,
    ended,
    seen: (pattern) =>
      new Promise((found, lost) => {
        const look = () => {
          if (!pattern.test(out) && !pattern.test(err)) return;
          watchers.delete(look);
          found();
        };
        watchers.add(look);
        void ended.then((code) => lost(new Error(`ended with ${code}: ${out}${err}`)));
        look();
      }),
  };
}

/** Runs the bundled command line to its end. */
export async function runProcess(
  home: string,
  argv: readonly string[],
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const process = startCli(home, argv);
  const code = await process.ended;
  return { code, out: process.out(), err: process.err() };
}
