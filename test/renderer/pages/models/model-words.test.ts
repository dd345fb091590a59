import { describe, expect, test } from 'vitest';
import {
  accessWords,
  callersWords,
  headline,
  lifecycleWords,
  lifeStage,
  priceRangeWords,
  priceWords,
  shortAccess,
  sourceBeside,
  unreadWords,
} from '../../../../renderer/pages/models/model-words.ts';
import type { ModelRow, NamedCoverage } from '../../../../shared/api/answers.ts';
import { buildModel, inventoryOf, lifecycle, use } from './build-model.ts';

const lives: readonly (readonly [string, ModelRow['lifecycle'], string, string])[] = [
  ['no Region lists it', null, 'unknown', 'not listed'],
  ['active without dates', lifecycle(null), 'active', 'active'],
  ['active with a far end', lifecycle(400), 'active', 'active'],
  ['active, 91 days left', lifecycle(91), 'active', 'active'],
  ['90 days left', lifecycle(90), 'ending', 'ends in 90 days'],
  ['one day left', lifecycle(1, 'LEGACY'), 'ending', 'ends in 1 day'],
  ['ends today', lifecycle(0, 'LEGACY'), 'ended', 'ends today'],
  ['ended yesterday', lifecycle(-1, 'LEGACY'), 'ended', 'ended 1 day ago'],
  ['legacy without an end', lifecycle(null, 'LEGACY'), 'legacy', 'legacy'],
  ['legacy with a far end', lifecycle(200, 'LEGACY'), 'legacy', 'legacy, ends in 200 days'],
  ['a state that AWS does not tell', lifecycle(null, 'UNKNOWN'), 'unknown', 'not listed'],
];

test.each(lives)('life: %s', (_, life, stage, words) => {
  const row = buildModel({ lifecycle: life });
  expect([lifeStage(row), lifecycleWords(row)]).toEqual([stage, words]);
});

const near = lifecycle(30, 'LEGACY');
const headlines: readonly (readonly [string, readonly ModelRow[], string])[] = [
  ['nothing known', [], 'No model is known yet.'],
  [
    'nothing called',
    [buildModel({ use: use(0) }), buildModel({ use: use(0) })],
    'No model was called since 2026-10-21; 2 models could be.',
  ],
  [
    'one, all well',
    [buildModel()],
    '1 model is called; none of them reaches its end of life within 90 days; all are approved.',
  ],
  [
    'what is not called does not count',
    [buildModel(), buildModel({ use: use(0), lifecycle: near, approved: false })],
    '1 model is called; none of them reaches its end of life within 90 days; all are approved.',
  ],
  [
    'what is no foundation model is told apart, as the list below holds none',
    [buildModel(), buildModel({ nature: 'custom' })],
    '2 models are called (1 foundation model, 1 other); none of them reaches its end of life within 90 days; all are approved.',
  ],
  [
    'several ending, one not approved',
    [
      buildModel({ lifecycle: near }),
      buildModel({ lifecycle: near }),
      buildModel({ approved: false }),
    ],
    '3 models are called; 2 of them reach their end of life within 90 days; 1 is not approved.',
  ],
  [
    'one past its end',
    [
      buildModel({ lifecycle: near }),
      buildModel({ lifecycle: lifecycle(-3, 'LEGACY'), approved: false }),
    ],
    '2 models are called; 1 of them reaches its end of life within 90 days; 1 is past it; 1 is not approved.',
  ],
];

test.each(headlines)('headline: %s', (_, models, sentence) => {
  expect(headline(inventoryOf(...models))).toBe(sentence);
});

const place = (
  region: string,
  outcome: NamedCoverage['lacking'][number]['outcome'],
): NamedCoverage['lacking'][number] => ({
  accountId: '1',
  region,
  readAt: '2026-11-20T12:00:00Z',
  outcome,
  gaps: [],
  actions: [],
  items: 0,
});
const denied = { status: 'denied', action: 'bedrock:ListFoundationModels', reason: 'no' } as const;

test.each([
  ['never asked for', undefined, null],
  ['all read', { dataset: 'foundation-models', places: 6, lacking: [] }, null],
  [
    'read with parts missing is read',
    {
      dataset: 'foundation-models',
      places: 6,
      lacking: [place('eu-west-1', { status: 'collected' })],
    },
    null,
  ],
  [
    'denied twice, failed once',
    {
      dataset: 'foundation-models',
      places: 6,
      lacking: [
        place('eu-west-1', denied),
        place('us-east-1', denied),
        place('us-west-2', { status: 'failed', reason: 'Timed out.' }),
      ],
    },
    '3 of 6 places not read: bedrock:ListFoundationModels, Timed out',
  ],
] as const)('unread: %s', (_, coverage, words) => {
  expect(unreadWords(coverage)).toBe(words);
});

test('a source does not say again what its badge says', () => {
  expect(sourceBeside('rate card', 'rate card of account 1')).toBe('of account 1');
  expect(sourceBeside('rate card', 'Rate card of account 1')).toBe('of account 1');
  expect(sourceBeside('bundled', 'rate card of account 1')).toBe('rate card of account 1');
});

describe('cells', () => {
  const role = (name: string) => `arn:aws:iam::1:role/${name}`;

  test.each([
    ['nobody', use(0), ''],
    ['one', use(5, role('app')), 'app'],
    ['several', use(5, role('app'), role('b'), role('c')), 'app +2'],
    ['a permission set', use(5, role('AWSReservedSSO_Dev_3f9d1c7be2a40586')), 'Dev (SSO)'],
    ['metrics name none', { ...use(5), unnamedCalls: 5 }, 'not known'],
  ])('called by %s', (_, used, words) => {
    expect(callersWords(buildModel({ use: used }))).toBe(words);
  });

  test.each([
    ['never asked', null, 'not read', 'not read'],
    [
      'no account is offered it',
      { usable: 0, blocked: 0, unknown: 0 },
      'not offered',
      'not offered',
    ],
    ['no answer', { usable: 0, blocked: 0, unknown: 3 }, 'not known', '?'],
    ['all told', { usable: 7, blocked: 1, unknown: 0 }, '7 of 8 accounts', '7 of 8'],
    ['one account', { usable: 1, blocked: 0, unknown: 0 }, '1 of 1 account', '1 of 1'],
    [
      'some not',
      { usable: 5, blocked: 1, unknown: 2 },
      '5 of 8 accounts, 2 not known',
      '5 of 8, 2 ?',
    ],
  ])('access: %s', (_, entitlement, words, short) => {
    const row = buildModel({ entitlement });
    expect([accessWords(row), shortAccess(row)]).toEqual([words, short]);
  });

  test('prices are told by their lowest, with the range in full beside it', () => {
    const prices = [
      { unit: 'input-tokens', least: '2', most: '2.4', per: 1_000_000 },
      { unit: 'output-tokens', least: '10', most: '10', per: 1_000_000 },
    ] as const;
    expect(priceWords(buildModel({ prices }))).toBe('$2.00 / $10.00');
    expect(priceRangeWords(buildModel({ prices }))).toBe(
      'Input tokens $2.00 to $2.40 per 1M, output tokens $10.00 per 1M',
    );
    expect(priceWords(buildModel())).toBe('unpriced');
  });
});
