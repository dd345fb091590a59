import type { Call, Operation } from './service.ts';

/** AWS's text for a call without permission, naming action and (where AWS does) resource. */
export function denialMessage(call: Call, operation: Operation, quoted: boolean): string {
  const resource = operation.resource?.(call);
  const mark = quoted ? '"' : '';
  const on = resource === undefined ? '' : ` on resource: ${mark}${resource}${mark}`;
  return `User: ${call.identity.arn} is not authorized to perform: ${operation.action}${on} because no identity-based policy allows the ${operation.action} action`;
}

/** AWS answers it whatever a policy denies (STS API reference, GetCallerIdentity). */
const ALWAYS_ALLOWED = 'sts:GetCallerIdentity';

/** Whether an action is among denied ones, which may hold `*` (`bedrock:*`). */
export function isDenied(action: string, denied: readonly string[]): boolean {
  if (action === ALWAYS_ALLOWED) return false;
  return denied.some((pattern) => matchesAction(action.toLowerCase(), pattern.toLowerCase()));
}

function matchesAction(action: string, pattern: string): boolean {
  if (!pattern.includes('*')) return action === pattern;
  const escaped = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`).test(action);
}
