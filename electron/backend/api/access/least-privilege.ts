import { leastPrivilege } from '../../../../shared/access/least-privilege/least-privilege.ts';
import type { ObservedCall } from '../../../../shared/access/least-privilege/observed-call.ts';
import type { LeastPrivilegeAnswer } from '../../../../shared/api/access-answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { partitionOf } from '../../../../shared/model/partition.ts';
import type { CallerCalls } from '../../store/questions/access-questions.ts';
import type { AccessBase } from './access-base.ts';
import { findPrincipal } from './find.ts';

/** The least policy of a principal, by what it was seen to call in the window of the base. */
export function leastPrivilegeAnswer(
  base: AccessBase,
  { principalArn, guardrailArn }: Input<'access.least-privilege'>,
): LeastPrivilegeAnswer {
  const principal = findPrincipal(base, principalArn);
  const { catalogue, use } = base;
  const observed = use.rowsOf(principal.arn).map(observedCall);
  return {
    principalArn: principal.arn,
    window: use.window,
    ...leastPrivilege({ observed, catalogue, principal, guardrail: guardrailArn }),
  };
}

function observedCall(row: CallerCalls): ObservedCall {
  const { plane, region, called, modelKey, destinationRegion, calls } = row;
  return {
    plane,
    operation: isStream(row.operation) ? 'stream' : 'invoke',
    region: region ?? '',
    called: called ?? modelKey,
    destinations: destinationRegion === null ? [] : [destinationRegion],
    project: null,
    guardrail: guardrailOf(row),
    bearerToken: row.bearerToken === true,
    calls,
  };
}

/** Streams need an action of their own; two-way streams need the same one. */
function isStream(operation: string | null): boolean {
  return operation?.endsWith('Stream') === true;
}

/** What `bedrock:GuardrailIdentifier` held: a version's ARN, of the draft the ARN alone. */
function guardrailOf({ guardrail, accountId, region }: CallerCalls): string {
  if (guardrail === null) return 'unknown';
  if (guardrail === '') return 'none';
  const cut = guardrail.lastIndexOf(':');
  const [id, version] = [guardrail.slice(0, cut), guardrail.slice(cut + 1)];
  const start = `arn:${partitionOf(region ?? '')}:bedrock:${region}:${accountId}:guardrail/`;
  const arn = id.startsWith('arn:') ? id : `${start}${id}`;
  return version === 'DRAFT' ? arn : `${arn}:${version}`;
}
