import { expect, test } from 'vitest';
import type {
  DatasetReading,
  FoundationModel,
  ModelLifecycle,
} from '../../../shared/model/dataset.ts';
import { noLegacyModelsInUse } from '../../../shared/rules/models/no-legacy-models-in-use.ts';
import {
  applicationProfile,
  DENIED,
  foundationModel,
  judge,
  OWNED,
  observed,
  reading,
  unread,
  verdictOf,
} from './builders.ts';

const SEEN = '1,200 calls by app (1,200) in the last 30 days.';
const LEGACY: Partial<ModelLifecycle> = {
  status: 'LEGACY',
  legacyTime: '2026-01-01T00:00:00Z',
  endOfLifeTime: '2026-12-20T00:00:00Z',
};

function called(modelId: string, ...models: readonly FoundationModel[]): readonly DatasetReading[] {
  return [
    reading('observed-usage', [observed({ modelId })]),
    reading('inference-profiles', [applicationProfile('abc123', 'test.model')]),
    reading('foundation-models', models),
  ];
}

test.each<[string, readonly DatasetReading[], string, string]>([
  ['pass: active', called('test.model', foundationModel()), 'pass', `Model is active; ${SEEN}`],
  [
    'fail: legacy, days left',
    called('us.test.model', foundationModel(LEGACY)),
    'fail',
    `Model is legacy, 30 days left until 2026-12-20; ${SEEN}`,
  ],
  [
    'fail: legacy behind an application profile, one day left, extended access',
    called(
      'abc123',
      foundationModel({
        ...LEGACY,
        endOfLifeTime: '2026-11-21T00:00:00Z',
        publicExtendedAccessTime: '2026-06-01T00:00:00Z',
      }),
    ),
    'fail',
    `Model is legacy, 1 day left until 2026-11-21, in public extended access since 2026-06-01, where it may cost more; ${SEEN}`,
  ],
  [
    'fail: extended access that has not begun is not told',
    called(
      'test.model',
      foundationModel({ ...LEGACY, publicExtendedAccessTime: '2026-12-01T00:00:00Z' }),
    ),
    'fail',
    `Model is legacy, 30 days left until 2026-12-20; ${SEEN}`,
  ],
  [
    'fail: past its end',
    called('test.model', foundationModel({ ...LEGACY, endOfLifeTime: '2026-11-19T00:00:00Z' })),
    'fail',
    `Model is legacy, past its end of life (2026-11-19); ${SEEN}`,
  ],
  [
    'fail: legacy without an end',
    called('test.model', foundationModel({ ...LEGACY, endOfLifeTime: null })),
    'fail',
    `Model is legacy, with no end-of-life day announced; ${SEEN}`,
  ],
  [
    'unknown: not listed in the Region',
    called('test.model', foundationModel(LEGACY, 'test.other')),
    'unknown',
    `Model is not listed in this Region, so its end is not known; ${SEEN}`,
  ],
  [
    'unknown: no lifecycle',
    called('test.model', foundationModel({ status: 'UNKNOWN' })),
    'unknown',
    `Model has no lifecycle status, so its end is not known; ${SEEN}`,
  ],
  [
    'none: legacy but not called',
    [...called('test.model', foundationModel(LEGACY)).slice(1), reading('observed-usage', [])],
    'not-applicable',
    'no model was called here in the last 30 days',
  ],
  [
    'unknown: denied',
    [
      ...called('test.model').slice(0, 2),
      unread('foundation-models', { ...DENIED, action: 'bedrock:ListFoundationModels' }),
    ],
    'unknown',
    'foundation-models could not be read: bedrock:ListFoundationModels is denied. Grant it and scan again.',
  ],
])('%s', (_, readings, status, reason) => {
  expect(verdictOf(judge(noLegacyModelsInUse, readings))).toEqual([status, reason]);
});

test.each([
  ['vq9', 'fail', /^Model is legacy, /],
  ['cm1', 'fail', /^Model is legacy, /],
  ['im987', 'pass', /^brought is an imported model .+, so that AWS announces no end for it; /],
  ['lost', 'unknown', /^lost names no foundation model, .+, so its end is not known; /],
])('capacity and own models end with the model behind them: %s', (modelId, status, reason) => {
  const readings = called(modelId, foundationModel(LEGACY));
  const [verdict, why] = verdictOf(judge(noLegacyModelsInUse, readings, { lookup: OWNED }));
  expect(verdict).toBe(status);
  expect(why).toMatch(reason);
});
