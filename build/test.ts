import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { inParallel } from '../electron/backend/aws/in-parallel.ts';
import type { TestCounts } from './count-reporter.ts';
import { runStep, type Step } from './run-step.ts';

const BIN = 'node_modules';
/** Longest first. */
const ENVIRONMENTS = ['test', 'backend', 'desktop', 'renderer', 'shared'];

const CHECKS: readonly Step[] = [
  ...ENVIRONMENTS.map((environment) => ({
    title: `types: ${environment}`,
    command: [`${BIN}/typescript/bin/tsc`, '-p', `build/tsconfig.${environment}.json`],
  })),
  { title: 'format and lint', command: [`${BIN}/@biomejs/biome/bin/biome`, 'ci', '.'] },
];

const BUILD: Step = { title: 'build', command: [`${BIN}/tsx/dist/cli.mjs`, 'build/build.ts'] };

/**
 * The quick half (`npm run check`) or everything (`npm test`), in stages: the steps of a stage run
 * side by side, and each stage begins when the one before it has ended, well or not.
 */
function stagesOf(quick: boolean): readonly (readonly Step[])[] {
  if (quick) return [CHECKS, [vitest(['check'])]];
  return [[...CHECKS, BUILD], [vitest(['check', 'integration', 'hosts', 'browser'])]];
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

function runStage(steps: readonly Step[], folder: string): Promise<readonly TestCounts[]> {
  const output = steps.length === 1 ? 'live' : 'whole';
  const countsFile = path.join(folder, 'counts.json');
  return inParallel(steps, availableParallelism(), (step) => runStep(step, { output, countsFile }));
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
  const all: TestCounts[] = [];
  for (const stage of stagesOf(process.argv.includes('--quick'))) {
    all.push(...(await runStage(stage, folder)));
  }
  process.exitCode = report(all);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
