import type { GuardrailUse } from '../../../../shared/cost/reconcile/configured-costs.ts';
import { dayOf, type Period } from '../../../../shared/model/period.ts';
import type { BillableUnit } from '../../../../shared/model/usage.ts';
import type { UsageFiguresRow } from '../../store/questions/usage-questions.ts';
import type { Store } from '../../store/store.ts';

const UNITS = [
  ['guardrail-topic-text-units', (row) => row.guardrailTopicUnits],
  ['guardrail-content-text-units', (row) => row.guardrailContentUnits],
  ['guardrail-content-images', (row) => row.guardrailContentImageUnits],
  ['guardrail-word-text-units', (row) => row.guardrailWordUnits],
  ['guardrail-sensitive-information-text-units', (row) => row.guardrailSensitiveUnits],
  ['guardrail-sensitive-information-free-text-units', (row) => row.guardrailSensitiveFreeUnits],
  ['guardrail-contextual-grounding-text-units', (row) => row.guardrailGroundingUnits],
  ['guardrail-automated-reasoning-text-units', (row) => row.guardrailReasoningUnits],
] as const satisfies readonly (readonly [BillableUnit, (row: UsageFiguresRow) => number])[];

/** What guardrails looked at in logged calls, by day, place and policy. */
export async function guardrailUse(
  store: Pick<Store, 'ask'>,
  period: Period,
): Promise<readonly GuardrailUse[]> {
  const rows = await store.ask('usage-figures', {
    ...period,
    granularity: 'day',
    dimensions: ['account', 'region'],
  });
  return rows.flatMap((row) =>
    UNITS.flatMap(([unit, quantityOf]) => {
      const quantity = quantityOf(row);
      const { start, accountId, region } = row;
      if (quantity === 0 || accountId === null || region === null) return [];
      return [{ day: dayOf(start), accountId, region, unit, quantity }];
    }),
  );
}
