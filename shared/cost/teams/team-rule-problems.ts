import { assertNever } from '../../model/assert-never.ts';
import { type KeyedRule, type TeamRule, UNASSIGNED } from '../../model/team-rules.ts';
import type { TeamRuleProblem } from './usage-attributes.ts';

/** ARNs have at most 2,048 characters. */
const LONGEST_PATTERN = 2_048;
const LONGEST_NAME = 256;
/** Characters that no IAM name and no ARN of a principal has: signs of a regular expression. */
const FOREIGN = /[\^$|()[\]{}\\]/;

/** What AWS allows as a key of request metadata. */
const METADATA_KEY = /^[\w\s:@$#=/+,.-]+$/;

/** What is wrong with rules, each with the rule's number; empty when all can be used. */
export function teamRuleProblems(rules: readonly TeamRule[]): readonly TeamRuleProblem[] {
  return rules.flatMap((rule, index) =>
    problemsOf(rule).map((problem) => ({
      rule: index + 1,
      problem: `Team rule ${index + 1} (by ${rule.by}): ${problem}`,
    })),
  );
}

function problemsOf(rule: TeamRule): readonly string[] {
  const team = rule.team === null ? [] : nameProblems('team', rule.team);
  return [...teamProblems(rule.team), ...team, ...matcherProblems(rule)];
}

function teamProblems(team: string | null): readonly string[] {
  return team?.trim().toLowerCase() === UNASSIGNED
    ? [`'${team}' is what usage without a team is called: choose another name.`]
    : [];
}

function matcherProblems(rule: TeamRule): readonly string[] {
  switch (rule.by) {
    case 'principal':
      return [...patternProblems(rule.pattern), ...principalProblems(rule.pattern)];
    case 'person':
    case 'profile':
    case 'project':
      return patternProblems(rule.pattern);
    case 'account':
      return /^\d{12}$/.test(rule.accountId)
        ? []
        : [`'${rule.accountId}' is not an account id: write its 12 digits.`];
    case 'tag':
      return keyedProblems(rule);
    case 'metadata':
      return [...keyedProblems(rule), ...metadataKeyProblems(rule.key)];
    default:
      return assertNever(rule);
  }
}

function keyedProblems({ key, value }: KeyedRule): readonly string[] {
  return [...nameProblems('key', key), ...(value === null ? [] : patternProblems(value))];
}

function metadataKeyProblems(key: string): readonly string[] {
  return key.trim() === '' || METADATA_KEY.test(key)
    ? []
    : [
        `no request metadata has the key '${key}': AWS allows letters, digits, spaces and :_@$#=/+,.- in it.`,
      ];
}

function nameProblems(what: string, name: string): readonly string[] {
  if (name.trim() === '') return [`the ${what} is empty: write its name.`];
  if (name !== name.trim())
    return [`the ${what} '${name}' begins or ends with a space: remove it.`];
  return name.length > LONGEST_NAME
    ? [`the ${what} is longer than ${LONGEST_NAME} characters: shorten it.`]
    : [];
}

function patternProblems(pattern: string): readonly string[] {
  if (pattern.trim() === '') return ['the pattern is empty: write * to match everything.'];
  return pattern.length > LONGEST_PATTERN
    ? [`the pattern is longer than ${LONGEST_PATTERN} characters: shorten it with *.`]
    : [];
}

function principalProblems(pattern: string): readonly string[] {
  const foreign = FOREIGN.exec(pattern)?.[0];
  if (foreign !== undefined)
    return [
      `'${pattern}' has '${foreign}', which no principal has: patterns know * (any characters) and ? (one), not regular expressions.`,
    ];
  const incomplete = pattern.startsWith('arn:') && !pattern.includes('*');
  return incomplete && pattern.split(':').length < 6
    ? [
        `'${pattern}' is not a whole ARN: write arn:aws:iam::ACCOUNT:role/NAME, or * for parts of it.`,
      ]
    : [];
}
