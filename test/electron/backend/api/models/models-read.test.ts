import { expect, test } from 'vitest';
import type {
  DatasetReading,
  FoundationModel,
  ModelLifecycle,
} from '../../../../../shared/model/dataset.ts';
import { sampleConnection } from '../../../../helpers/sample-answers.ts';
import { withReadings } from '../../../../helpers/with-readings.ts';

const NOW = '2026-11-20T12:00:00Z';
const ACCOUNT = '111111111111';
const connection = {
  ...sampleConnection,
  accountId: ACCOUNT,
  regions: ['eu-west-1', 'us-east-1', 'us-west-2'],
};
const place = { accountId: ACCOUNT, actions: [], readAt: NOW, calls: 1 } as const;
const collected = { status: 'collected' } as const;

const NO_DATES = {
  startOfLifeTime: null,
  legacyTime: null,
  publicExtendedAccessTime: null,
  endOfLifeTime: null,
} as const;

function model(modelId: string, lifecycle: Partial<ModelLifecycle> = {}): FoundationModel {
  return {
    modelId,
    modelArn: `arn:aws:bedrock:eu-west-1::foundation-model/${modelId}`,
    modelName: modelId,
    providerName: 'Amazon',
    inputModalities: ['TEXT'],
    outputModalities: ['TEXT'],
    inferenceTypes: ['ON_DEMAND'],
    customizations: [],
    streaming: true,
    lifecycle: { status: 'ACTIVE', ...NO_DATES, ...lifecycle },
  };
}

function offeredIn(region: string, ...items: readonly FoundationModel[]): DatasetReading {
  return { ...place, dataset: 'foundation-models', region, outcome: collected, items };
}

/** The rows over some readings. */
function rowsOver(...readings: readonly DatasetReading[]) {
  return withReadings({ now: NOW, connection, readings }, (api) => api['models.inventory']({}));
}

const NOVA = 'amazon.nova-lite-v1:0';

test('the earliest dates of all Regions hold, and that they differ is told', async () => {
  const { models } = await rowsOver(
    offeredIn('eu-west-1', model(NOVA)),
    offeredIn(
      'us-east-1',
      model(NOVA, { status: 'LEGACY', endOfLifeTime: '2026-12-01T08:00:00Z' }),
    ),
    offeredIn(
      'us-west-2',
      model(NOVA, { status: 'LEGACY', endOfLifeTime: '2027-02-01T00:00:00Z' }),
    ),
  );
  expect(models).toHaveLength(1);
  expect(models[0]?.lifecycle).toEqual({
    status: 'LEGACY',
    ...NO_DATES,
    endOfLifeTime: '2026-12-01T08:00:00Z',
    daysLeft: 11,
    varies: true,
  });
  expect(models[0]?.regions).toEqual(['eu-west-1', 'us-east-1', 'us-west-2']);
});

test.each([
  ['2026-11-20T23:00:00Z', 0],
  ['2026-11-19T00:00:00Z', -1],
  ['2028-02-29T00:00:00Z', 466],
])('an end of life on %s is %i days away', async (endOfLifeTime, daysLeft) => {
  const { models } = await rowsOver(offeredIn('eu-west-1', model(NOVA, { endOfLifeTime })));
  expect(models[0]?.lifecycle).toMatchObject({ daysLeft, varies: false });
});

test('variants for bought capacity are the model that they are variants of', async () => {
  const { models } = await rowsOver(
    offeredIn(
      'eu-west-1',
      model(NOVA),
      model(`${NOVA}:300k`),
      model('cohere.embed-english-v3:0:512'),
    ),
  );
  expect(models.map(({ modelId }) => modelId).sort()).toEqual([NOVA, 'cohere.embed-english-v3:0']);
});

test('what was not read is told by dataset; a Region without the service lacks nothing', async () => {
  const denied = {
    status: 'denied',
    action: 'bedrock:ListFoundationModels',
    reason: 'not allowed',
  } as const;
  const unread: DatasetReading = {
    ...place,
    dataset: 'foundation-models',
    region: 'us-east-1',
    outcome: denied,
    items: [],
  };
  const absent: DatasetReading = {
    ...unread,
    region: 'us-west-2',
    outcome: { status: 'unavailable', reason: 'not in this Region' },
  };
  const { coverage } = await rowsOver(offeredIn('eu-west-1', model(NOVA)), unread, absent);
  expect(coverage).toHaveLength(1);
  expect(coverage[0]).toMatchObject({
    dataset: 'foundation-models',
    places: 2,
    lacking: [{ region: 'us-east-1', outcome: denied }],
  });
});

const answer = (change: Partial<Record<string, string>> = {}) => ({
  agreementStatus: 'AVAILABLE',
  agreementError: null,
  authorizationStatus: 'AUTHORIZED',
  entitlementAvailability: 'AVAILABLE',
  regionAvailability: 'AVAILABLE',
  ...change,
});
const refused = { status: 'denied', action: 'bedrock:Get', reason: 'no' } as const;

test.each([
  ['usable', { read: true, value: answer() }, { usable: 1, blocked: 0, unknown: 0 }],
  [
    'an agreement that is pending',
    { read: true, value: answer({ agreementStatus: 'PENDING' }) },
    { usable: 0, blocked: 1, unknown: 0 },
  ],
  [
    'a part that AWS left out',
    { read: true, value: answer({ entitlementAvailability: 'UNKNOWN' }) },
    { usable: 0, blocked: 0, unknown: 1 },
  ],
  [
    'an answer that was refused',
    { read: false, outcome: refused },
    { usable: 0, blocked: 0, unknown: 1 },
  ],
] as const)('access: %s', async (_, availability, entitlement) => {
  const { models } = await rowsOver(offeredIn('eu-west-1', model(NOVA)), {
    ...place,
    dataset: 'model-availability',
    region: 'global',
    outcome: collected,
    items: [{ modelId: NOVA, askedIn: 'eu-west-1', availability }],
  });
  expect(models[0]?.entitlement).toEqual(entitlement);
});

test('without an account that was asked, access is not known at all', async () => {
  const { models } = await rowsOver(offeredIn('eu-west-1', model(NOVA)));
  expect(models[0]?.entitlement).toBeNull();
});

test('a model that nobody offers, owns or called is not found', async () => {
  const detail = withReadings({ now: NOW, connection, readings: [] }, (api) =>
    api['models.detail']({ modelId: 'acme.nothing' }),
  );
  await expect(detail).rejects.toMatchObject({ code: 'not-found' });
});
