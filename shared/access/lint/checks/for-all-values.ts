import { keyStem } from '../../data/service-reference.ts';
import type { LintCheck } from '../linted-policy.ts';

/** `ForAllValues` holds for a request without the key. (IAM User Guide, "Multivalued context keys".) */
export const forAllValues: LintCheck = {
  id: 'for-all-values',
  *run({ statements }) {
    for (const { conditions, effect, path } of statements) {
      const present = new Set(
        conditions
          .filter(({ comparison, values }) => comparison === 'null' && values.includes('false'))
          .map(({ key }) => keyStem(key)),
      );
      for (const { quantifier, key, operator } of conditions) {
        if (quantifier !== 'all' || present.has(keyStem(key))) continue;
        const verb = effect === 'Allow' ? 'allowed' : 'denied';
        yield {
          severity: effect === 'Allow' ? 'warning' : 'note',
          path: `${path}.Condition.${operator}.${key}`,
          message: `Requests without ${key} are ${verb} as well: ForAllValues holds where there is no value.`,
          remedy: `Add "Null": {"${key}": "false"}.`,
        };
      }
    }
  },
};
