import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/** One scan of the demo for all that look at a scanned one, made when the first of them asks. */
const globalSetup = ['test/helpers/demo-scan-setup.ts'];

/**
 * Tests run from the project's root, one file more at once than there are processors: a test often
 * waits, for a page, a process, a disk or a retry, and its processor would be idle meanwhile.
 */
export default defineConfig({
  test: {
    root: '.',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'check',
          include: [
            'test/architecture.test.ts',
            'test/shared/**/*.test.ts',
            'test/renderer/**/*.test.{ts,tsx}',
          ],
          // Pure functions: nothing that one file does can be seen by the next.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/electron/**/*.test.ts'],
          globalSetup,
          // One module graph for all files of a process: loading the AWS SDK and making the
          // simulated organisation would take most of the time otherwise.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'hosts',
          include: [
            'test/contract/**/*.test.ts',
            'test/hosts/**/*.test.ts',
            'test/security/**/*.test.ts',
            'test/build/**/*.test.ts',
            'test/bench/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          globalSetup,
          // As above: the real backend stands behind the pages of most files.
          isolate: false,
        },
      },
    ],
  },
});
