import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { TestCounts } from './count-reporter.ts';

/** One command of the test run; `counts` says that Vitest counts its tests for us. */
export interface Step {
  readonly title: string;
  /** The arguments of Node. */
  readonly command: readonly string[];
  readonly counts?: boolean;
}

/** How a step is run. */
export interface RunOptions {
  /** Where a step that counts leaves its counts. */
  readonly countsFile: string;
  /** `live` shows output as it comes; `whole` at the step's end, for steps that run side by side. */
  readonly output: 'live' | 'whole';
}

/** Runs a step and shows its output; answers its counts, one for a step that counts nothing itself. */
export async function runStep(step: Step, options: RunOptions): Promise<TestCounts> {
  const { output, countsFile } = options;
  const startedAt = performance.now();
  if (output === 'live') process.stdout.write(`\n== ${step.title}\n`);
  const { passed, text } = await runNode(step.command, options);
  if (output === 'whole') process.stdout.write(`\n== ${step.title}\n${text}`);
  process.stdout.write(`== ${step.title}: ${Math.round(performance.now() - startedAt)} ms\n`);
  const own = step.counts === true ? readCounts(countsFile) : null;
  return own !== null && (passed || own.failed > 0) ? own : outcome(step.title, passed);
}

interface Ended {
  readonly passed: boolean;
  /** What was written to stdout and stderr, as it came; empty when it was shown. */
  readonly text: string;
}

function runNode(command: readonly string[], options: RunOptions): Promise<Ended> {
  const shown = options.output === 'live' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', shown, shown],
    env: { ...process.env, ASSAY_TEST_COUNTS: options.countsFile },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ passed: false, text: `${text}${message}\n` }));
    child.once('close', (code) => resolve({ passed: code === 0, text }));
  });
}

function outcome(title: string, passed: boolean): TestCounts {
  const failures = passed ? [] : [title];
  return { passed: passed ? 1 : 0, failed: failures.length, skipped: 0, skips: [], failures };
}

function readCounts(file: string): TestCounts | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestCounts;
  } catch {
    return null;
  }
}
