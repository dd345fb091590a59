import { NO_SERVICE } from '../../policy/read-elements.ts';
import type { LintCheck } from '../linted-policy.ts';
import { quoted } from '../words.ts';

/** What AWS would not save: elements, operators and versions that do not exist, a principal where none may be. */
export const refused: LintCheck = {
  id: 'refused',
  *run({ policy }) {
    for (const { severity, path, message } of policy.problems) {
      // The check of actions says it with the name that was meant.
      if (message === NO_SERVICE) continue;
      yield {
        severity,
        path,
        message: `${path === '' ? 'The document' : quoted(path)} ${quoted(message)}.`,
        remedy:
          'AWS refuses the document until this is put right; Assay takes its effect as unknown.',
      };
    }
  },
};
