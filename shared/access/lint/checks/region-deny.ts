import { matchesGlob } from '../../../model/glob.ts';
import { keyStem } from '../../data/service-reference.ts';
import type { ConditionTest } from '../../policy/policy.ts';
import type { LintCheck, LintedStatement } from '../linted-policy.ts';
import { some } from '../words.ts';

const CALLS: readonly string[] = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const EXEMPTING: readonly string[] = ['bedrock:inferenceprofilearn'];

/**
 * A Deny by Region that breaks cross-Region profiles: `aws:RequestedRegion` is each Region that may
 * serve the call, and `unspecified` for global profiles. (Amazon Bedrock User Guide, "Geographic
 * cross-Region inference" and "Global cross-Region inference".)
 */
export const regionDeny: LintCheck = {
  id: 'region-deny',
  *run({ statements }) {
    for (const statement of statements) {
      const condition = regionCondition(statement);
      if (condition === null) continue;
      const { operator, key, values } = condition;
      const spares = (region: string) => values.some((value) => matchesGlob(value, region));
      const path = `${statement.path}.Condition.${operator}.${key}`;
      const regions = values.filter((value) => value !== 'unspecified');
      if (!spares('unspecified')) {
        yield {
          severity: 'warning',
          path,
          message:
            'Calls through global inference profiles are denied: their aws:RequestedRegion is unspecified, which is not listed.',
          remedy:
            'Where they are wanted, add unspecified, or spare them with ArnNotLike on bedrock:InferenceProfileArn. Otherwise leave it: this is how to deny them.',
        };
      }
      if (regions.includes('*')) continue;
      yield {
        severity: 'note',
        path,
        message: `Geographic inference profiles (us., eu., …) work only where every Region that may serve them is listed; listed: ${some(regions, 6)}.`,
        remedy:
          'Compare the list with the destination Regions of each profile in use, or spare them with ArnNotLike on bedrock:InferenceProfileArn.',
      };
    }
  },
};

/** The condition of a Deny on model calls by Region that spares no profile. */
function regionCondition({ effect, named, conditions }: LintedStatement): ConditionTest | null {
  if (effect === 'Allow' || !named.some(({ action }) => CALLS.includes(action))) return null;
  if (conditions.some(({ key }) => EXEMPTING.includes(keyStem(key)))) return null;
  const byRegion = conditions.find(
    ({ key, negated }) => negated && keyStem(key) === 'aws:requestedregion',
  );
  return byRegion ?? null;
}
