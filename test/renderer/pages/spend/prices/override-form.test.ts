import { describe, expect, test } from 'vitest';
import {
  checkOverride,
  emptyOverride,
  formOfOverride,
  type OverrideForm,
  PARTS_OF_BEDROCK,
  usualPer,
} from '../../../../../renderer/pages/spend/prices/override-form.ts';
import {
  overrideSubject,
  overrideTerms,
} from '../../../../../renderer/pages/spend/prices/override-words.ts';
import type { PriceOverride } from '../../../../../shared/model/price-override.ts';

const DISCOUNT: PriceOverride = {
  kind: 'discount',
  models: ['anthropic.claude-sonnet-5-5', 'bedrock.guardrails'],
  percentOff: '12.5',
  validFrom: '2026-03-01',
  validTo: '2027-01-01',
  note: 'Private pricing agreement',
};

const PRICE: PriceOverride = {
  kind: 'price',
  modelId: 'amazon.nova-pro-v1:0',
  scope: null,
  tier: 'standard',
  context: 'short',
  regions: ['us-east-1', 'eu-west-1'],
  unit: 'input-tokens',
  usd: '0.72',
  per: 1_000_000,
  validFrom: '2026-03-01',
  validTo: null,
  note: 'Signed in March',
};

const BLANK = { ...emptyOverride('2026-11-01'), percentOff: '5', note: 'Agreed' };

function errorsOf(patch: Partial<OverrideForm>): readonly string[] {
  const checked = checkOverride({ ...BLANK, ...patch });
  return checked.ok ? [] : Object.keys(checked.errors);
}

describe('the form of a price of your own', () => {
  test.each([
    ['a discount', DISCOUNT],
    ['a discount of everything', { ...DISCOUNT, models: '*' as const, validTo: null }],
    ['a price', PRICE],
    [
      'a price of a part of Bedrock',
      {
        ...PRICE,
        modelId: 'bedrock.guardrails',
        unit: 'guardrail-content-text-units' as const,
        per: 1_000 as const,
        regions: '*' as const,
      },
    ],
  ] satisfies readonly (readonly [string, PriceOverride])[])(
    'shows and keeps %s',
    (_, override) => {
      expect(checkOverride(formOfOverride(override))).toEqual({ ok: true, override });
    },
  );

  test('the last day is included: it ends on the day after', () => {
    expect(formOfOverride(DISCOUNT).lastDay).toBe('2026-12-31');
  });

  test.each([
    ['a percentage over 100', { percentOff: '101' }, ['percentOff']],
    ['a percentage in words', { percentOff: 'ten' }, ['percentOff']],
    ['five decimals', { percentOff: '1.23456' }, ['percentOff']],
    ['no model', { everything: false }, ['models']],
    ['no note', { note: '  ' }, ['note']],
    ['no first day', { validFrom: '' }, ['validFrom']],
    ['a last day that is none', { lastDay: '2026-02-30' }, ['lastDay']],
    ['a last day before the first', { lastDay: '2026-10-31' }, ['lastDay']],
    ['a price without amount and model', { kind: 'price' as const }, ['modelId', 'usd']],
    [
      'a Region that is none',
      {
        kind: 'price' as const,
        modelId: 'a.b',
        usd: '1',
        regions: 'Frankfurt',
      },
      ['regions'],
    ],
  ] satisfies readonly (readonly [string, Partial<OverrideForm>, readonly string[]])[])(
    '%s is told at its field',
    (_, patch, fields) => {
      expect(errorsOf(patch)).toEqual(fields);
    },
  );

  test('one day is a period', () => {
    expect(errorsOf({ lastDay: '2026-11-01' })).toEqual([]);
  });

  test('parts of Bedrock are named once, without models', () => {
    expect(PARTS_OF_BEDROCK).toContain('bedrock.guardrails');
    expect(new Set(PARTS_OF_BEDROCK).size).toBe(PARTS_OF_BEDROCK.length);
    expect(PARTS_OF_BEDROCK.every((id) => id.startsWith('bedrock.'))).toBe(true);
  });

  test.each([
    ['input-tokens', 1_000_000],
    ['guardrail-content-text-units', 1],
  ] as const)('%s are usually priced by %i', (unit, per) => {
    expect(usualPer(unit)).toBe(per);
  });
});

test.each([
  [DISCOUNT, 'Claude Sonnet 5.5, Guardrails', '12.5 % less than listed'],
  [{ ...DISCOUNT, models: '*' as const }, 'Everything', '12.5 % less than listed'],
  [PRICE, 'Nova Pro, input tokens, standard, us-east-1, eu-west-1', '$0.72 per 1M'],
] satisfies readonly (readonly [PriceOverride, string, string])[])(
  'words of a price of your own: %#',
  (override, subject, terms) => {
    expect([overrideSubject(override), overrideTerms(override)]).toEqual([subject, terms]);
  },
);
