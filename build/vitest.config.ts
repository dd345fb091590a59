import { defineConfig } from 'vitest/config';

/** Tests run from the project's root; browser tests get a project of their own, one file at a time. */
export default defineConfig({
  test: {
    root: '.',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Vitest leaves a processor idle otherwise, which is half of two.
    maxWorkers: '100%',
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
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/electron/**/*.test.ts'],
          // One module graph for all files of a process: loading the AWS SDK and making the
          // simulated organisation would take most of the time otherwise.
          isolate: false,
          // Apart from the others: a process is kept only while the next file is of its project.
          sequence: { groupOrder: 1 },
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
          fileParallelism: false,
        },
      },
    ],
  },
});
