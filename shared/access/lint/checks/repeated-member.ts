import type { LintCheck } from '../linted-policy.ts';
import { quoted } from '../words.ts';

/** A JSON member that an object has twice: whoever reads it takes the last and loses the others. */
export const repeatedMember: LintCheck = {
  id: 'repeated-member',
  *run({ repeated }) {
    for (const path of repeated) {
      yield {
        severity: 'error',
        path,
        message: `${quoted(path)} is written more than once; only the last one counts.`,
        remedy: 'Join them: several keys stand in one operator, several values in one list.',
      };
    }
  },
};
