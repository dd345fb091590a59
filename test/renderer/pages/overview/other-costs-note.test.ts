import { expect, test } from 'vitest';
import { otherCostsNote } from '../../../../renderer/pages/overview/other-costs-note.ts';
import type { OtherCost } from '../../../../shared/cost/reconcile/other-costs.ts';

const GUARDRAILS: OtherCost = {
  subject: 'guardrails',
  accountId: '111122223333',
  region: null,
  what: 'USE1-Guardrail-ContentPolicyUnitsConsumed',
  unit: null,
  quantity: null,
  provenance: 'billed',
  usd: '835.28',
  source: 'The bill.',
};

test.each([
  [undefined, ''],
  [{ usd: '0', costs: [] }, 'metered usage alone'],
  [{ usd: '835.28', costs: [GUARDRAILS] }, 'metered usage alone; Other costs: $835.28'],
])('%#: says that spend is metered usage alone, with the figure of Other costs', (other, words) => {
  expect(otherCostsNote(other)).toBe(words);
});
