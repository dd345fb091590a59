import { describe, expect, test } from 'vitest';
import { readFilters, writeFilters } from '../../../../../renderer/filters.ts';
import {
  stepsFilter,
  stepWords,
  type WhatIfStep,
} from '../../../../../renderer/pages/spend/what-if/changes.ts';
import {
  checkStep,
  EMPTY_STEP,
  formOfStep,
  type StepForm,
} from '../../../../../renderer/pages/spend/what-if/step-form.ts';
import { resultLines } from '../../../../../renderer/pages/spend/what-if/what-if-export.tsx';
import {
  brokenSentence,
  leftOutWords,
  whatIfSentence,
} from '../../../../../renderer/pages/spend/what-if/what-if-words.ts';
import type { WhatIfAnswer } from '../../../../../shared/api/answers.ts';

const OPUS = 'anthropic.claude-opus-5-5';
const HAIKU = 'anthropic.claude-haiku-5-5';

const STEPS: readonly (readonly [WhatIfStep, string])[] = [
  [
    { select: { models: [OPUS] }, percent: 40, to: { kind: 'model', modelId: HAIKU } },
    '40 % of Claude Opus 5.5 moves to Claude Haiku 5.5',
  ],
  [
    {
      select: { accounts: ['111122223333'], regions: ['eu-west-1'] },
      percent: 100,
      to: { kind: 'tier', tier: 'batch' },
    },
    '100 % of everything (in eu-west-1, of 111122223333) moves to the tier batch',
  ],
  [
    { select: {}, percent: 1, to: { kind: 'scope', scope: 'global' } },
    '1 % of everything is called with global scope',
  ],
  [
    { select: {}, percent: 50, to: { kind: 'cache', policy: { kind: 'off' } } },
    '50 % of everything is not cached',
  ],
  [
    {
      select: {},
      percent: 50,
      to: { kind: 'cache', policy: { kind: 'cache-input', ttl: '1h', readsPerWrite: 4 } },
    },
    '50 % of everything has its input cached for 1h, each write read 4 times',
  ],
  [
    {
      select: {},
      percent: 50,
      to: { kind: 'cache', policy: { kind: 'time-to-live', ttl: '1h' } },
    },
    '50 % of everything is kept in the cache for 1h',
  ],
  [
    {
      select: {},
      percent: 100,
      to: {
        kind: 'commitment',
        commitment: {
          unit: 'provisioned-mu-hours-6-months',
          modelId: OPUS,
          region: 'us-east-1',
          units: 2,
        },
      },
    },
    '100 % of everything is served by 2 model units of Claude Opus 5.5 in us-east-1, 6 months',
  ],
];

describe('a step of a what-if', () => {
  test.each(STEPS)('in words: %#', (step, words) => {
    expect(stepWords(step)).toBe(words);
  });

  test.each(STEPS)('the form shows and keeps it: %#', (step) => {
    expect(checkStep(formOfStep(step))).toEqual({ ok: true, step });
  });

  test.each([
    ['no model', {}, ['modelId']],
    ['no percent', { percent: '', modelId: OPUS }, ['percent']],
    ['half a percent', { percent: '0.5', modelId: OPUS }, ['percent']],
    ['no reads', { kind: 'cache' as const, readsPerWrite: '' }, ['readsPerWrite']],
    [
      'capacity of nothing nowhere',
      { kind: 'commitment' as const, units: '0' },
      ['modelId', 'region', 'units'],
    ],
  ] satisfies readonly (readonly [string, Partial<StepForm>, readonly string[]])[])(
    '%s is told at its field',
    (_, patch, fields) => {
      const checked = checkStep({ ...EMPTY_STEP, ...patch });
      expect(checked.ok ? [] : Object.keys(checked.errors).sort()).toEqual(fields);
    },
  );
});

describe('steps stand in the address', () => {
  const spec = { steps: stepsFilter };
  const steps = STEPS.map(([step]) => step);

  test('and are read from there', () => {
    expect(readFilters(spec, writeFilters(spec, '', { steps })).steps).toEqual(steps);
    expect(writeFilters(spec, '?steps=x', { steps: [] })).toBe('');
  });

  test.each([['?steps=%7B'], ['?steps=[{"percent":101}]'], ['?steps=7'], ['']])(
    'what cannot be read is no step: %s',
    (search) => {
      expect(readFilters(spec, search).steps).toEqual([]);
    },
  );
});

describe('the answer in a sentence', () => {
  const answer: WhatIfAnswer = {
    beforeUsd: '200',
    afterUsd: '150',
    differenceUsd: '-50',
    commitmentUsd: '0',
    committedTokens: 0,
    notCompared: [],
    unpricedCommitments: [],
    broken: [],
    assumptions: [],
  };

  test.each([
    ['-50', 'It would cost $50.00 less (25 %).'],
    ['50', 'It would cost $50.00 more (25 %).'],
    ['0', 'It would cost the same.'],
    [null, 'What it would cost is not known: capacity has no price.'],
  ])('%s', (differenceUsd, words) => {
    expect(whatIfSentence({ ...answer, differenceUsd })).toBe(words);
  });

  test('without a before there is no share', () => {
    expect(whatIfSentence({ ...answer, beforeUsd: '0', differenceUsd: '5' })).toBe(
      'It would cost $5.00 more.',
    );
  });

  test('what is on neither side is told, in money', () => {
    const row = {
      accountId: '111122223333',
      baseModelId: OPUS,
      scope: 'global' as const,
      tier: 'standard' as const,
      region: 'us-east-1',
      unit: 'input-tokens' as const,
      day: '2026-11-01',
      quantity: 5,
    };
    const left = { row, side: 'after' as const, reason: 'no line', beforeUsd: '300' };
    expect(leftOutWords(answer)).toBeNull();
    expect(leftOutWords({ ...answer, notCompared: [left] })).toBe(
      'Not compared: $300.00. It has no price on one side and is in neither sum.',
    );
    expect(
      leftOutWords({ ...answer, notCompared: [left, { ...left, beforeUsd: null }] }),
    ).toContain('$300.00, and usage that has no price today.');
    expect(whatIfSentence({ ...answer, notCompared: [left] })).toBe(
      'It would cost $50.00 less, as far as it can be compared: $200.00 of $500.00.',
    );
    expect(whatIfSentence({ ...answer, differenceUsd: '0', notCompared: [left] })).toBe(
      'It would cost the same, as far as it can be compared: $200.00 of $500.00.',
    );
    expect(whatIfSentence({ ...answer, notCompared: [{ ...left, beforeUsd: null }] })).toBe(
      'It would cost $50.00 less (25 %).',
    );
  });

  test.each([
    [[], 'No approval is broken by these changes'],
    [[true, true], 'No approval is broken by these changes; 2 are broken already'],
    [[true, false], '1 approval broken by these changes; 1 is broken already'],
  ])('broken approvals: %#', (already, words) => {
    const broken = already.map((before, index) => ({
      kind: 'model' as const,
      name: String(index),
      reason: 'Not approved.',
      already: before,
    }));
    expect(brokenSentence(broken)).toBe(words);
  });

  test('an export has every figure and approval; what is not known has a reason, no amount', () => {
    const rows = resultLines({
      ...answer,
      differenceUsd: null,
      unpricedCommitments: [{ name: '1 model unit', reason: 'no price' }],
      broken: [{ kind: 'model', name: 'b', reason: 'Not approved.', already: false }],
      period: { from: '2026-10-01', to: '2026-11-01' },
      provenance: 'metered',
      notes: [],
    });
    expect(rows.map(({ what, usd }) => [what, usd])).toEqual([
      ['before', answer.beforeUsd],
      ['after', answer.afterUsd],
      ['of it capacity', answer.commitmentUsd],
      ['difference', 'unpriced'],
      ['broken by the changes, model: b', null],
    ]);
    expect(rows.slice(-2).map(({ reason }) => reason)).toEqual([
      '1 model unit: no price',
      'Not approved.',
    ]);
  });

  test('what was not read is not told as broken', () => {
    const open = { kind: 'destination-not-known', name: 'a', reason: 'Not read.' } as const;
    const unread = { ...open, already: false };
    const model = { kind: 'model', name: 'b', reason: 'Not approved.', already: false } as const;
    expect(brokenSentence([unread])).toBe(
      'No approval is known to be broken by these changes; 1 cannot be judged',
    );
    expect(brokenSentence([unread, model])).toBe(
      '1 approval broken by these changes; 1 cannot be judged',
    );
  });
});
