import { teamRuleProblems } from '../../../../shared/cost/teams/team-rule-problems.ts';
import { TAG_OWNERS, type TagOwner, type TeamRule } from '../../../../shared/model/team-rules.ts';

/** By what a rule assigns usage. */
export type RuleKind = TeamRule['by'];

/** What the reader entered for a team rule; fields that a kind does not have are kept, unused. */
export interface TeamForm {
  readonly by: RuleKind;
  /** Pattern, or the account id. */
  readonly pattern: string;
  readonly key: string;
  /** Of a tag or metadata; empty for any value. */
  readonly value: string;
  readonly owner: TagOwner | 'any';
  /** Empty where the value names the team. */
  readonly team: string;
}

/** The rule that a form means, or what is wrong with it in whole sentences. */
export type CheckedTeamRule =
  | { readonly ok: true; readonly rule: TeamRule }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The kinds of rules in the order they are offered. */
export const RULE_KINDS: Readonly<Record<RuleKind, string>> = {
  principal: 'Principal',
  person: 'Person behind the role',
  profile: 'Application inference profile',
  project: 'Mantle project',
  tag: 'Tag',
  metadata: 'Request metadata',
  account: 'Account',
};

/** Who carries a tag, in words; `any` is the nearest to the call that has it. */
export const OWNER_NAMES: Readonly<Record<TagOwner | 'any', string>> = {
  any: 'the nearest that has it',
  profile: 'the application profile',
  model: 'the capacity or custom model',
  principal: 'the principal',
  account: 'the account',
};

/** The owners of tags in the order they are offered. */
export const OWNERS = ['any', ...TAG_OWNERS] as const;

/** A form for a new rule. */
export const EMPTY_TEAM_FORM: TeamForm = {
  by: 'principal',
  pattern: '',
  key: '',
  value: '',
  owner: 'any',
  team: '',
};

/** Whether rules of a kind look at a key with values. */
export function isKeyed(by: RuleKind): by is 'tag' | 'metadata' {
  return by === 'tag' || by === 'metadata';
}

/** The form of a rule that exists. */
export function formOfRule(rule: TeamRule): TeamForm {
  const form = { ...EMPTY_TEAM_FORM, by: rule.by, team: rule.team ?? '' };
  if (rule.by === 'account') return { ...form, pattern: rule.accountId };
  if (rule.by !== 'tag' && rule.by !== 'metadata') return { ...form, pattern: rule.pattern };
  const owner = rule.by === 'tag' ? (rule.owner ?? 'any') : 'any';
  return { ...form, key: rule.key, value: rule.value ?? '', owner };
}

/** Checks a form; a problem does not name the rule's number, since it has none yet. */
export function checkTeamRule(form: TeamForm): CheckedTeamRule {
  const rule = ruleOf(form);
  const problems = teamRuleProblems([rule]).map(({ problem }) => plain(problem));
  return problems.length === 0 ? { ok: true, rule } : { ok: false, problems };
}

/** `Team rule 1 (by tag): the key is empty` becomes `The key is empty`. */
function plain(problem: string): string {
  const text = problem.replace(/^Team rule \d+ \(by [a-z]+\): /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function ruleOf({ by, pattern, key, value, owner, team }: TeamForm): TeamRule {
  const keyed = {
    key: key.trim(),
    value: value.trim() === '' ? null : value.trim(),
    team: team.trim() === '' ? null : team.trim(),
  };
  switch (by) {
    case 'tag':
      return { by, owner: owner === 'any' ? null : owner, ...keyed };
    case 'metadata':
      return { by, ...keyed };
    case 'account':
      return { by, accountId: pattern.trim(), team: team.trim() };
    default:
      return { by, pattern: pattern.trim(), team: team.trim() };
  }
}

/** What a rule looks for, in words. */
export function ruleWords(rule: TeamRule): string {
  switch (rule.by) {
    case 'account':
      return `account ${rule.accountId}`;
    case 'tag': {
      const owner = rule.owner === null ? '' : ` of ${OWNER_NAMES[rule.owner]}`;
      return `tag ${rule.key}${valueWords(rule.value)}${owner}`;
    }
    case 'metadata':
      return `request metadata ${rule.key}${valueWords(rule.value)}`;
    default:
      return `${RULE_KINDS[rule.by].toLowerCase()} ${rule.pattern}`;
  }
}

function valueWords(value: string | null): string {
  return value === null ? ', any value' : ` = ${value}`;
}

/** The team that a rule names, or what names it. */
export function teamWords({ team }: TeamRule): string {
  return team ?? 'named by the value';
}
