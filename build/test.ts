import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { TestCounts } from './count-reporter.ts';

/** One command of the test run; `counts` says that Vitest counts its tests for us. */
interface Step {
  readonly title: string;
  readonly command: readonly string[];
  readonly counts?: boolean;
}

const NODE = process.execPath;
const BIN = 'node_modules';
const ENVIRONMENTS = ['shared', 'backend', 'desktop', 'renderer', 'test'];

const CHECKS: readonly Step[] = [
  { title: 'format and lint', command: [`${BIN}/@biomejs/biome/bin/biome`, 'ci', '.'] },
  ...ENVIRONMENTS.map((environment) => ({
    title: `types: ${environment}`,
    command: [`${BIN}/typescript/bin/tsc`, '-p', `build/tsconfig.${environment}.json`],
  })),
];

/** The quick half (`npm run check`) or everything (`npm test`). */
function stepsOf(quick: boolean): readonly Step[] {
  if (quick) return [...CHECKS, vitest(['check'])];
  const build = { title: 'build', command: [`${BIN}/tsx/dist/cli.mjs`, 'build/build.ts'] };
  return [...CHECKS, build, vitest(['check', 'integration', 'hosts', 'browser'])];
}

function vitest(projects: readonly string[]): Step {
  return {
    title: `tests: ${projects.join(', ')}`,
    counts: true,
    command: [
      `${BIN}/vitest/vitest.mjs`,
      'run',
      '--config=build/vitest.config.ts',
      '--reporter=default',
      '--reporter=./build/count-reporter.ts',
      ...projects.map((project) => `--project=${project}`),
    ],
  };
}

function run(step: Step, folder: string): TestCounts {
  process.stdout.write(`\n== ${step.title}\n`);
  const countsFile = path.join(folder, 'counts.json');
  const startedAt = performance.now();
  const { status } = spawnSync(NODE, step.command, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASSAY_TEST_COUNTS: countsFile },
  });
  process.stdout.write(`== ${step.title}: ${Math.round(performance.now() - startedAt)} ms\n`);
  const own = step.counts === true ? readCounts(countsFile) : null;
  if (own !== null && (status === 0 || own.failed > 0)) return own;
  return outcome(step.title, status === 0);
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

function report(all: readonly TestCounts[]): number {
  const total = (pick: (counts: TestCounts) => number) =>
    all.reduce((sum, counts) => sum + pick(counts), 0);
  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) process.stdout.write(`\n${title}:\n  ${lines.join('\n  ')}\n`);
  };
  list(
    'Skipped',
    all.flatMap((counts) => counts.skips),
  );
  list(
    'Failed',
    all.flatMap((counts) => counts.failures),
  );
  const failed = total((counts) => counts.failed);
  process.stdout.write(
    `\n${total((counts) => counts.passed)} passed, ${failed} failed, ${total((counts) => counts.skipped)} skipped\n`,
  );
  return failed === 0 ? 0 : 1;
}

const folder = mkdtempSync(path.join(tmpdir(), 'assay-test-'));
try {
  const steps = stepsOf(process.argv.includes('--quick'));
  process.exitCode = report(steps.map((step) => run(step, folder)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
