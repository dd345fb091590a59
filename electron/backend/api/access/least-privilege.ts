import { enforcedGuardrails } from '../../../../shared/access/catalogue/gates/guardrail-gates.ts';
import { type ReadingsOf, readingsByDataset } from '../../../../shared/access/catalogue/place.ts';
import { leastPrivilege } from '../../../../shared/access/least-privilege/least-privilege.ts';
import type { ObservedCall } from '../../../../shared/access/least-privilege/observed-call.ts';
import type { LeastPrivilegeAnswer } from '../../../../shared/api/access-answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { refusedWords } from '../../../../shared/api/refused-words.ts';
import { partitionOf } from '../../../../shared/model/partition.ts';
import type { CallerCalls } from '../../store/questions/access-questions.ts';
import type { AccessBase } from './access-base.ts';
import { type ModelCalls, refusedSeen } from './access-use.ts';
import { findPrincipal } from './find.ts';

/** The least policy of a principal, by what it was seen to call in the window of the base. */
export function leastPrivilegeAnswer(
  base: AccessBase,
  { principalArn, guardrailArn }: Input<'access.least-privilege'>,
): LeastPrivilegeAnswer {
  const principal = findPrincipal(base, principalArn);
  const { catalogue, use } = base;
  const readings = readingsByDataset(base.readings);
  const observed = use.rowsOf(principal.arn).map((row) => observedCall(row, readings));
  const made = leastPrivilege({ observed, catalogue, principal, guardrail: guardrailArn });
  const refused = refusedSeen(use, principal.arn).map(refusedWords);
  return {
    ...made,
    principalArn: principal.arn,
    window: use.window,
    notes: [
      ...made.notes,
      ...refused.map((words) => `${words} It does not allow what was refused.`),
    ],
  };
}

function observedCall(row: ModelCalls, readings: ReadingsOf): ObservedCall {
  const { plane, region, called, modelKey, destinationRegion, calls, accountId, modelId } = row;
  const place = { accountId, region: region ?? '' };
  return {
    plane,
    operation: isStream(row.operation) ? 'stream' : 'invoke',
    region: region ?? '',
    called: called ?? modelKey,
    destinations: destinationRegion === null ? [] : [destinationRegion],
    project: null,
    ...guardrailOf(row),
    enforced: enforcedGuardrails({ ...place, modelId, plane, readings }),
    bearerToken: row.bearerToken === true,
    calls,
  };
}

/** Streams need an action of their own; two-way streams need the same one. */
function isStream(operation: string | null): boolean {
  return operation?.endsWith('Stream') === true;
}

/**
 * What `bedrock:GuardrailIdentifier` held: a version's ARN, of the draft the ARN alone; not known
 * where the version was not told.
 */
function guardrailOf({
  guardrail,
  accountId,
  region,
}: CallerCalls): Pick<ObservedCall, 'guardrail' | 'unversioned'> {
  if (guardrail === null) return { guardrail: 'unknown', unversioned: null };
  if (guardrail === '') return { guardrail: 'none', unversioned: null };
  const cut = guardrail.lastIndexOf(':');
  const [id, version] = [guardrail.slice(0, cut), guardrail.slice(cut + 1)];
  const start = `arn:${partitionOf(region ?? '')}:bedrock:${region}:${accountId}:guardrail/`;
  const arn = id.startsWith('arn:') ? id : `${start}${id}`;
  if (version === '') return { guardrail: 'unknown', unversioned: arn };
  return { guardrail: version === 'DRAFT' ? arn : `${arn}:${version}`, unversioned: null };
}
