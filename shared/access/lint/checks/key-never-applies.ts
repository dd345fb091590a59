import { testCondition } from '../../conditions/test-condition.ts';
import {
  type ActionFacts,
  findConditionKey,
  KNOWN_SERVICES,
  keyStem,
} from '../../data/service-reference.ts';
import type { ConditionTest } from '../../policy/policy.ts';
import type { Found, LintCheck, LintedPolicy, LintedStatement } from '../linted-policy.ts';
import { some } from '../words.ts';

/** Keys of tags are in requests of some actions only; other global keys are in any. */
const TAG_KEYS: readonly string[] = ['aws:requesttag/', 'aws:tagkeys', 'aws:resourcetag/'];

/**
 * A key that requests of the statement's actions never have. (Service Authorization Reference, the
 * condition keys of each action and resource type.)
 */
export const keyNeverApplies: LintCheck = {
  id: 'key-never-applies',
  *run(linted) {
    for (const statement of linted.statements) {
      for (const condition of statement.conditions) {
        const stem = keyStem(condition.key);
        if (!isJudged(stem) || findConditionKey(condition.key) === null) continue;
        const without = statement.named.filter((facts) => !mayHave(facts, stem, statement));
        if (without.length === 0) continue;
        const found = consequence({ linted, statement, condition, without });
        if (found !== null) yield found;
      }
    }
  },
};

function isJudged(stem: string): boolean {
  const prefix = stem.slice(0, stem.indexOf(':'));
  return KNOWN_SERVICES.includes(prefix) || TAG_KEYS.includes(stem);
}

function mayHave({ keys }: ActionFacts, stem: string, { targets }: LintedStatement): boolean {
  if (!keys.has(stem)) return false;
  if (stem !== 'aws:resourcetag/' || targets.length === 0) return true;
  return targets.some(
    ({ reach, types }) => reach === 'anything' || types.some((type) => type.keys.has(stem)),
  );
}

interface Case {
  readonly linted: LintedPolicy;
  readonly statement: LintedStatement;
  readonly condition: ConditionTest;
  /** The actions whose requests never have the key. */
  readonly without: readonly ActionFacts[];
}

/** What comes of it: without the key the condition never holds, or it always does and is idle. */
function consequence({ linted, statement, condition, without }: Case): Found | null {
  const { effect, named, conditions, path } = statement;
  const { operator, key } = condition;
  const holds =
    testCondition(condition, { value: () => 'absent' }, linted.policy.version) === 'yes';
  if (holds && (conditions.length > 1 || condition.comparison === 'null')) return null;
  const actions = some(
    without.map(({ action }) => action),
    3,
  );
  const verb = effect === 'Allow' ? 'allows' : 'denies';
  const outcome = holds ? `always ${verb}` : `never ${verb}`;
  const isAll = without.length === named.length;
  const who = isAll ? 'its actions' : `${without.length} of its actions`;
  return {
    severity: isAll && !holds ? 'error' : 'warning',
    path: `${path}.Condition.${operator}.${key}`,
    message: `Requests of ${who} (${actions}) never have ${key}: the statement ${outcome} them.`,
    remedy: isAll
      ? 'Take the condition out, or name actions that have the key.'
      : `Name the actions that have ${key} in a statement of their own.`,
  };
}
