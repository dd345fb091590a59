import { writeFileSync } from 'node:fs';
import process from 'node:process';
import type { TestCase, TestModule } from 'vitest/node';
import type { Reporter } from 'vitest/reporters';

/** What a test run counted; `skips` and `failures` say which and why. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly skips: readonly string[];
  readonly failures: readonly string[];
}

/** Writes counts, failures and the reason of every skip to the file named in ASSAY_TEST_COUNTS. */
export class CountReporter implements Reporter {
  #passed = 0;
  readonly #skips: string[] = [];
  readonly #failures: string[] = [];

  onTestCaseResult(testCase: TestCase): void {
    const result = testCase.result();
    const title = `${testCase.module.relativeModuleId} > ${testCase.fullName}`;
    if (result.state === 'passed') this.#passed += 1;
    if (result.state === 'failed') this.#failures.push(title);
    if (result.state === 'skipped') {
      this.#skips.push(`${title}: ${result.note ?? 'no reason given'}`);
    }
  }

  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) {
      this.#failures.push(`${module.relativeModuleId}: ${error.message}`);
    }
  }

  onTestRunEnd(_modules: readonly TestModule[], unhandled: readonly { message?: string }[]): void {
    for (const error of unhandled) this.#failures.push(`unhandled: ${error.message ?? 'error'}`);
    const counts: TestCounts = {
      passed: this.#passed,
      failed: this.#failures.length,
      skipped: this.#skips.length,
      skips: this.#skips,
      failures: this.#failures,
    };
    const file = process.env.ASSAY_TEST_COUNTS;
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
  }
}
export default CountReporter;
