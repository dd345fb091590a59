import { AppError } from '../../model/app-error.ts';
import { assertNever } from '../../model/assert-never.ts';
import { matchesGlob } from '../../model/glob.ts';
import {
  type KeyedRule,
  TAG_OWNERS,
  type TagOwner,
  type TeamRule,
  UNASSIGNED,
} from '../../model/team-rules.ts';
import { principalNames } from './principal-names.ts';
import { teamRuleProblems } from './team-rule-problems.ts';
import type { Named, TeamAssigner, TeamDecision, UsageAttributes } from './usage-attributes.ts';

/**
 * Makes rules ready: for each row the first rule that fits decides, without one it is unassigned.
 * @throws AppError `invalid-input` naming the first rule that cannot be used.
 */
export function createTeamAssigner(rules: readonly TeamRule[]): TeamAssigner {
  const [wrong] = teamRuleProblems(rules);
  if (wrong !== undefined) throw new AppError('invalid-input', wrong.problem);
  return { rules, teamOf: (attributes) => decide(rules, attributes) };
}

function decide(rules: readonly TeamRule[], attributes: UsageAttributes): TeamDecision {
  for (const [index, rule] of rules.entries()) {
    const fit = fitOf(rule, attributes);
    if (fit !== null && fit.team !== UNASSIGNED) return { ...fit, rule: index + 1 };
  }
  return { team: UNASSIGNED, rule: null, because: null };
}

type Fit = Pick<TeamDecision, 'team' | 'because'>;

function fitOf(rule: TeamRule, attributes: UsageAttributes): Fit | null {
  switch (rule.by) {
    case 'principal': {
      const arn = attributes.principalArn;
      return matchAny(rule, 'principal', arn === null ? [] : principalNames(arn));
    }
    case 'person':
      return matchAny(rule, 'person', attributes.person === null ? [] : [attributes.person]);
    case 'profile':
      return matchAny(rule, 'application profile', namesOf(attributes.profile));
    case 'project':
      return matchAny(rule, 'project', namesOf(attributes.project));
    case 'account':
      if (rule.accountId !== attributes.accountId) return null;
      return { team: rule.team, because: `account ${rule.accountId}` };
    case 'tag':
      return tagFit(rule, attributes);
    case 'metadata':
      return keyedFit(rule, attributes.requestMetadata, ['request metadata', '']);
    default:
      return assertNever(rule);
  }
}

function namesOf(named: Named | null): readonly string[] {
  if (named === null) return [];
  const { id, name } = named;
  const key = id.startsWith('arn:') ? id.slice(id.lastIndexOf('/') + 1) : id;
  return [...new Set(name === null ? [id, key] : [id, key, name])];
}

function matchAny(
  rule: { readonly pattern: string; readonly team: string },
  what: string,
  names: readonly string[],
): Fit | null {
  const match = names.find((name) => matchesGlob(rule.pattern, name));
  return match === undefined ? null : { team: rule.team, because: `${what} ${match}` };
}

/** Tags of what is nearest to the call speak first: its profile or own model, then principal, account. */
function tagFit(rule: KeyedRule & { readonly owner: TagOwner | null }, from: UsageAttributes) {
  const owners = rule.owner === null ? TAG_OWNERS : [rule.owner];
  for (const owner of owners) {
    for (const { tags } of from.tags.filter((owned) => owned.owner === owner)) {
      const fit = keyedFit(rule, tags, ['tag', ` of the ${owner}`]);
      if (fit !== null) return fit;
    }
  }
  return null;
}

function keyedFit(
  rule: KeyedRule,
  values: Readonly<Record<string, string>>,
  [before, after]: readonly [string, string],
): Fit | null {
  const value = Object.hasOwn(values, rule.key) ? (values[rule.key] ?? '').trim() : '';
  if (value === '' || !matchesGlob(rule.value ?? '*', value)) return null;
  return { team: rule.team ?? value, because: `${before} ${rule.key}=${value}${after}` };
}
