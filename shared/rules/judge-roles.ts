import type { AccountAuthorization, DatasetId, IamIdentity } from '../model/dataset.ts';
import { principalLabel } from '../model/principal.ts';
import { type IdentityPolicies, identityOf, identityPolicies } from './identity-policies.ts';
import type { RuleInput, UnreadPart, Verdict } from './rule.ts';
import { type WideGrant, wideText } from './wide-grants.ts';

/** Something that works as a role, as `agent concierge`. */
export interface RoleUser {
  /** Null where it has no role. */
  readonly roleArn: string | null;
  readonly user: string;
}

/** Who works as what, and what of it was not read. */
export interface RoleUsers {
  readonly users: readonly RoleUser[];
  readonly unread: readonly { readonly resource: string; readonly part: UnreadPart }[];
}

/** Everything that works as one role. */
export interface UsedRole {
  readonly roleArn: string;
  /** Without repetition, in the order in which they were read. */
  readonly users: readonly string[];
}

/** Brings users of one role together. */
export function usedRoles(users: readonly RoleUser[]): readonly UsedRole[] {
  const roles = new Map<string, Set<string>>();
  for (const { roleArn, user } of users) {
    if (roleArn !== null) roles.set(roleArn, (roles.get(roleArn) ?? new Set()).add(user));
  }
  return [...roles].map(([roleArn, names]) => ({ roleArn, users: [...names] }));
}

/**
 * Judges every role that is worked as by the actions it has too widely; a role that is none of the
 * account's, or a policy of it that was not read, is `unknown` unless what was read already fails.
 */
export function judgeRoles<N extends DatasetId>(
  input: RuleInput<N | 'account-authorization'>,
  { users, unread }: RoleUsers,
  widely: (policies: IdentityPolicies) => readonly WideGrant[],
): readonly Verdict[] {
  const authorization = input.items('account-authorization');
  return [
    ...usedRoles(users).map((role) => judgeRole({ input, authorization, role, widely })),
    ...unread.map(unreadVerdict),
  ];
}

function judgeRole({
  input,
  authorization,
  role,
  widely,
}: {
  readonly input: Pick<RuleInput<'account-authorization'>, 'evidence'>;
  readonly authorization: readonly AccountAuthorization[];
  readonly role: UsedRole;
  readonly widely: (policies: IdentityPolicies) => readonly WideGrant[];
}): Verdict {
  const identity = identityOf(authorization, role.roleArn);
  const who = `${principalLabel(role.roleArn)} (${role.users.join(', ')})`;
  if (identity === null) {
    const reason = `${who} is none of the account's roles: it was deleted, or is another account's.`;
    return { resource: role.roleArn, status: 'unknown', reason, evidence: [] };
  }
  const policies = identityPolicies(authorization, identity);
  return {
    resource: role.roleArn,
    ...roleVerdict(who, policies, widely(policies)),
    evidence: [input.evidence('account-authorization', evidenceOf(identity, policies))],
  };
}

function roleVerdict(
  who: string,
  policies: IdentityPolicies,
  wide: readonly WideGrant[],
): Pick<Verdict, 'status' | 'reason'> {
  if (wide.length > 0) return { status: 'fail', reason: `${who} may use ${wideText(wide)}.` };
  if (policies.unread.length > 0) {
    const reason = `${who} has policies that were not read: ${policies.unread.join(', ')}.`;
    return { status: 'unknown', reason };
  }
  const count = policies.statements.length;
  const statements = count === 1 ? '1 statement' : `${count} statements`;
  return {
    status: 'pass',
    reason: `${who} has ${statements}; none allows an action that this rule watches on every resource.`,
  };
}

function evidenceOf(identity: IamIdentity, { statements }: IdentityPolicies): object {
  const { arn, attachedPolicyArns, inlinePolicies, permissionsBoundaryArn, trustPolicy } = identity;
  return {
    arn,
    attachedPolicyArns,
    inlinePolicies,
    permissionsBoundaryArn,
    trustPolicy,
    statements,
  };
}

/** The verdict on something of which a part was not read. */
export function unreadVerdict(one: RoleUsers['unread'][number]): Verdict {
  const { resource, part } = one;
  return {
    resource,
    status: 'unknown',
    reason: `The settings of ${resource} were not read: ${part.outcome.reason}.`,
    evidence: [],
    unread: [part],
  };
}
