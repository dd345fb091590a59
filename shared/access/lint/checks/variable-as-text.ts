import { hasVariable } from '../../conditions/variables.ts';
import type { LintCheck } from '../linted-policy.ts';
import { quoted } from '../words.ts';

/** A variable in a document of 2008-10-17. (IAM User Guide, "IAM policy elements: Variables and tags".) */
export const variableAsText: LintCheck = {
  id: 'variable-as-text',
  *run({ policy: { version }, statements }) {
    if (version !== '2008-10-17') return;
    for (const { resources, conditions, path, resourcePath } of statements) {
      const places = [
        ...(resources?.patterns ?? []).map((text) => ({ text, at: resourcePath })),
        ...conditions.flatMap(({ operator, key, values }) =>
          values.map((text) => ({ text, at: `${path}.Condition.${operator}.${key}` })),
        ),
      ];
      for (const { text, at } of places.filter((place) => hasVariable(place.text))) {
        yield {
          severity: 'error',
          path: at,
          message: `${quoted(text)} is no variable in a document of 2008-10-17 but these very characters.`,
          remedy: 'Write "Version": "2012-10-17", or put the value in place of the variable.',
        };
      }
    }
  },
};
