import type { ModelEntitlement } from '../../../../shared/api/answers.ts';
import type { ModelAvailability } from '../../../../shared/model/dataset.ts';
import { foundationId } from '../../../../shared/model/model-id.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';

/** How many accounts may use a foundation model; null where no account was ever asked for any. */
export function entitlementOf(
  modelId: string,
  readings: ReadingsOfDataset,
): ModelEntitlement | null {
  const asked = readings('model-availability');
  if (asked.length === 0) return null;
  const counts = { usable: 0, blocked: 0, unknown: 0 };
  for (const { outcome, items } of asked) {
    const answers = items.filter((item) => foundationId(item.modelId) === modelId);
    if (answers.length > 0) counts[verdictOf(answers)] += 1;
    else if (outcome.status !== 'collected') counts.unknown += 1;
  }
  return counts;
}

/** A model with variants may be used where one of them may. */
function verdictOf(answers: readonly ModelAvailability[]): keyof ModelEntitlement {
  const verdicts = answers.map(({ availability }) =>
    availability.read ? verdictOfOne(availability.value) : 'unknown',
  );
  return (
    (['usable', 'unknown', 'blocked'] as const).find((each) => verdicts.includes(each)) ?? 'unknown'
  );
}

type Availability = Extract<ModelAvailability['availability'], { read: true }>['value'];

/** Each part must allow it; one that AWS leaves out is not known. */
function verdictOfOne(value: Availability): keyof ModelEntitlement {
  const parts = [
    [value.authorizationStatus, 'AUTHORIZED'],
    [value.entitlementAvailability, 'AVAILABLE'],
    [value.agreementStatus, 'AVAILABLE'],
  ] as const;
  if (parts.some(([status, good]) => status !== good && status !== 'UNKNOWN')) return 'blocked';
  return parts.every(([status, good]) => status === good) ? 'usable' : 'unknown';
}
