import type { WatchedAction } from '../model/access.ts';
import type { EffectiveAccess } from '../model/dataset.ts';
import { groupThousands } from '../model/group-thousands.ts';
import type { Unread } from '../model/read-outcome.ts';
import type { RuleInput, Verdict } from './rule.ts';

/** What a rule says of one user or role. */
export type AccessVerdict = Pick<Verdict, 'status' | 'reason' | 'unread'>;

/**
 * Judges everybody of an account but service-linked roles, whose policies AWS alone can change.
 * Those of whom `judge` says nothing are left out.
 */
export function judgePrincipals(
  input: RuleInput<'effective-access'>,
  judge: (access: EffectiveAccess) => AccessVerdict | null,
): readonly Verdict[] {
  return input.items('effective-access').flatMap((access) => {
    const verdict = access.kind === 'service-linked-role' ? null : judge(access);
    if (verdict === null) return [];
    const evidence = [input.evidence('effective-access', access)];
    return [{ resource: access.principalArn, ...verdict, evidence }];
  });
}

/** Models that calls may reach, surely or under conditions of the request. */
export function callable({ allowed, conditional }: EffectiveAccess): readonly string[] {
  return [...allowed, ...conditional];
}

/** Whether somebody may call any model, or it is not known. */
export function concernsModels(access: EffectiveAccess): boolean {
  return callable(access).length + access.unknown.length > 0;
}

/** `1 model`, `61 models`. */
export function models(count: number): string {
  return `${groupThousands(String(count))} ${count === 1 ? 'model' : 'models'}`;
}

/** `batch-etl may call 61 models, 2 of them under conditions`. */
export function mayCall(access: EffectiveAccess): string {
  const conditions =
    access.conditional.length === 0
      ? ''
      : `, ${access.conditional.length} of them under conditions of the request`;
  return `${access.name} may call ${models(callable(access).length)}${conditions}`;
}

/** Why a principal is unknown: what it may call rests on policies that could not be read. */
export function restsOnUnread({ name, unknown, unread }: EffectiveAccess): AccessVerdict {
  const reason = `Whether ${name} may call ${models(unknown.length)} rests on policies that could not be read${unreadWords(unread)}.`;
  return { status: 'unknown', reason, unread };
}

/** `: organizations:DescribePolicy is denied`; empty where nothing is known to be missing. */
export function unreadWords(unread: EffectiveAccess['unread']): string {
  if (unread.length === 0) return '';
  return `: ${[...new Set(unread.map(({ outcome }) => unreadWhy(outcome)))].join(', ')}`;
}

function unreadWhy(outcome: Unread): string {
  const text = outcome.status === 'denied' ? `${outcome.action} is denied` : outcome.reason;
  return text.replace(/\.$/, '');
}

/** `granted by AmazonBedrockFullAccess (statement 1)`; empty where nothing grants. */
export function grantedBy({ grants }: EffectiveAccess): string {
  if (grants.length === 0) return '';
  const names = [...new Set(grants.map((grant) => `${grant.policyName} (${placed(grant)})`))];
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `, granted by ${names.slice(0, 3).join(', ')}${more}`;
}

function placed({ sid, index }: EffectiveAccess['grants'][number]): string {
  return sid ?? `statement ${index + 1}`;
}

/**
 * Judges actions that should take a condition or be refused: allowed with nothing more is a
 * failure; decided by the request, or denied, is not.
 */
export function judgeActions(
  access: EffectiveAccess,
  actions: readonly WatchedAction[],
): AccessVerdict {
  const decided = (word: string) => actions.filter((action) => access.actions[action] === word);
  const allowed = decided('allowed');
  if (allowed.length > 0) {
    return { status: 'fail', reason: `${access.name} is allowed ${allowed.join(' and ')}.` };
  }
  const unknown = decided('unknown');
  if (unknown.length > 0) {
    const reason = `Whether ${access.name} is allowed ${unknown.join(' and ')} rests on policies that could not be read${unreadWords(access.unread)}.`;
    return { status: 'unknown', reason, unread: access.unread };
  }
  const conditional = decided('conditional');
  if (conditional.length > 0) {
    const reason = `${access.name} is allowed ${conditional.join(' and ')} only under conditions of the request.`;
    return { status: 'pass', reason };
  }
  return { status: 'pass', reason: `${access.name} is not allowed ${actions.join(' or ')}.` };
}
