import { describe, expect, test } from 'vitest';
import { besideAhead } from '../../../../shared/cost/forecast/beside-ahead.ts';
import type { BilledRow } from '../../../../shared/cost/reconcile/billed-row.ts';
import { aheadWords, allInWords } from '../../../../shared/cost/spend/beside-words.ts';
import { daysIn } from '../../../../shared/model/period.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-12-01' };
const GUARDRAIL = 'USE1-Guardrail-ContentPolicyUnitsConsumed';
const CAPACITY = 'USE1-NovaLite-ProvisionedThroughput-NoCommit-ModelUnits';

function billed(day: string, unblendedCost: string, own: Partial<BilledRow> = {}): BilledRow {
  return {
    day,
    accountId: '111122223333',
    region: 'us-east-1',
    service: 'Amazon Bedrock',
    usageType: GUARDRAIL,
    lineItemType: 'Usage',
    quantity: '1',
    unit: null,
    lines: 1,
    unblendedCost,
    listCost: null,
    currency: 'USD',
    ...own,
  };
}

/** The same amount each day of 1 to 20 November. */
function daily(usd: string, own: Partial<BilledRow> = {}): readonly BilledRow[] {
  return daysIn({ from: '2026-11-01', to: '2026-11-21' }).map((day) => billed(day, usd, own));
}

describe('what is still to come beside metered usage', () => {
  test('a flat cost of a day, times the days that are not billed', () => {
    const ahead = besideAhead(daily('41.28'), NOVEMBER);
    expect(ahead).toMatchObject({ expectedUsd: String(41.28 * 10), perDayUsd: '41.28' });
    expect(ahead?.days.map(({ day }) => day)).toEqual(
      daysIn({ from: '2026-11-21', to: '2026-12-01' }),
    );
    expect([ahead?.lowUsd, ahead?.highUsd]).toEqual(['412.8', '412.8']);
  });

  test('a last day that is billed in part is filled up', () => {
    const rows = [...daily('10').slice(0, -1), billed('2026-11-20', '4')];
    const ahead = besideAhead(rows, NOVEMBER);
    expect(ahead?.days[0]).toEqual({ day: '2026-11-20', usd: '6' });
    expect(ahead?.expectedUsd).toBe('106');
  });

  test('the range is that of the lowest and the highest of the last days', () => {
    const rows = daily('10').map((row) =>
      row.day === '2026-11-15' ? { ...row, unblendedCost: '17' } : row,
    );
    const ahead = besideAhead(rows, NOVEMBER);
    expect(ahead).toMatchObject({ perDayUsd: '11', lowUsd: '100', highUsd: '170' });
    expect(ahead?.expectedUsd).toBe('111');
    expect(aheadWords(ahead)).toMatch(/^\$111\.00 more .* last 7 days, \$100\.00 to \$170\.00 by/);
  });

  test.each([
    ['a credit', { lineItemType: 'Credit', usageType: null }],
    ['tax', { lineItemType: 'Tax', usageType: null }],
    ['another currency', { currency: 'EUR' }],
  ])('%s comes once, and is not carried on', (_, own) => {
    expect(besideAhead([...daily('1'), ...daily('5', own)], NOVEMBER)?.perDayUsd).toBe('1');
  });

  test('accounts have their own last day; one that went silent costs nothing more', () => {
    const silent = daily('7', { accountId: '444455556666' }).slice(0, 10);
    const late = daily('2', { accountId: '777788889999' }).slice(0, 19);
    const ahead = besideAhead([...daily('1'), ...silent, ...late], NOVEMBER);
    expect(ahead?.expectedUsd).toBe(String(10 * 1 + 11 * 2));
  });

  test('too few days tell nothing; a month that is billed to its end has nothing ahead', () => {
    expect(besideAhead([], NOVEMBER)).toBeNull();
    expect(
      besideAhead([billed('2026-11-01', '1'), billed('2026-11-03', '1')], NOVEMBER),
    ).toBeNull();
    const october = { from: '2026-10-01', to: '2026-11-01' };
    expect(besideAhead(daily('3'), october)).toMatchObject({ expectedUsd: '0', days: [] });
  });

  test('capacity by the hour is told apart', () => {
    const ahead = besideAhead(
      [...daily('1'), ...daily('41.28', { usageType: CAPACITY })],
      NOVEMBER,
    );
    expect(ahead).toMatchObject({ perDayUsd: '42.28', flatPerDayUsd: '41.28' });
  });
});

describe('all in', () => {
  const range = { expectedUsd: '300', lowUsd: '280', highUsd: '330' };
  const day = { day: '2026-11-30', why: 'ahead' as const, ...range };
  const forecast = {
    found: true as const,
    month: '2026-11',
    knownUsd: '100',
    ...range,
    days: [day],
    historyDays: 56,
    weekdayRhythm: true,
    notes: [],
  };
  const beside = {
    usd: '200',
    amounts: [{ usd: '200', provenance: 'billed' as const }],
    lastBilledDay: '2026-11-20',
  };

  test('is metered usage, what is billed beside it, and what more of that is expected', () => {
    const ahead = besideAhead(daily('10'), NOVEMBER);
    expect(allInWords(forecast, beside, ahead)).toBe(
      'All in, with what is billed beside it, the month is expected to end at $600.00, between $580.00 and $630.00.',
    );
    expect(allInWords(forecast, beside, null)).toMatch(/\$500\.00.*is not known\.$/);
    expect(allInWords({ ...forecast, days: [] }, beside, null)).toBe(
      'With what is billed beside it, the month cost $500.00.',
    );
    expect(allInWords(forecast, null, ahead)).toBeNull();
  });
});
