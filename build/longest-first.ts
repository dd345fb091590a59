import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Projects in turn: short files at the end leave no processor waiting for a long one. */
const PROJECTS: readonly string[] = ['integration', 'browser', 'hosts', 'check'];

/**
 * Files that take longest, longest first; the others follow as Vitest has them. The first starts
 * the scan of the demo, which the browser tests look at too: it is through before they begin.
 */
const LONG: readonly string[] = [
  'test/electron/backend/api/demo/demo.test.ts',
  'test/electron/backend/collectors/collectors.test.ts',
  'test/electron/backend/scan/restart.test.ts',
  'test/electron/backend/scan/fault-matrix.test.ts',
  'test/electron/backend/scan/scan-figures.test.ts',
  'test/electron/backend/demo/honesty/honesty.test.ts',
  'test/electron/backend/scan/logs-once.test.ts',
  'test/electron/backend/scan/scan-failures.test.ts',
  'test/electron/backend/scan/organization-scan.test.ts',
  'test/electron/backend/scan/digests.test.ts',
  'test/electron/backend/store/processes.test.ts',
  'test/e2e/page.test.ts',
  'test/e2e/spend-tabs.test.ts',
  'test/e2e/spend.test.ts',
  'test/e2e/frame.test.ts',
  'test/e2e/desktop-harness.test.ts',
  'test/hosts/cli-process.test.ts',
  'test/contract/contract.test.ts',
];

/** The order of test files: a project's files together, so that they can share a process. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ project, moduleId }: TestSpecification): number {
  const long = LONG.findIndex((file) => moduleId.endsWith(`/${file}`));
  const inProject = long === -1 ? LONG.length : long;
  return PROJECTS.indexOf(project.name) * (LONG.length + 1) + inProject;
}
