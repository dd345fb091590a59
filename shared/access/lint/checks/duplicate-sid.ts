import type { LintCheck } from '../linted-policy.ts';
import { quoted } from '../words.ts';

/** Statement ids are unique in a document; in identity policies they are letters and digits. (IAM User Guide, "Sid".) */
export const duplicateSid: LintCheck = {
  id: 'duplicate-sid',
  *run({ statements, kind }) {
    const first = new Map<string, string>();
    for (const { sid, path } of statements) {
      if (sid === null || sid === '') continue;
      const before = first.get(sid);
      if (before === undefined) first.set(sid, path);
      else {
        yield {
          severity: 'error',
          path: `${path}.Sid`,
          message: `${before} has the Sid ${quoted(sid)} as well.`,
          remedy: 'Give each statement a Sid of its own, or none.',
        };
      }
      if (kind === 'identity' && !/^[A-Za-z0-9]*$/.test(sid)) {
        yield {
          severity: 'error',
          path: `${path}.Sid`,
          message: `The Sid ${quoted(sid)} has other characters than letters and digits, which IAM refuses.`,
          remedy: 'Use letters and digits alone.',
        };
      }
    }
  },
};
