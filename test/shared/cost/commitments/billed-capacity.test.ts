import { expect, test } from 'vitest';
import {
  billedCapacity,
  type CapacityPlace,
} from '../../../../shared/cost/commitments/billed-capacity.ts';
import { ACCOUNT, billed, NOVA } from '../reconcile/builders.ts';

const steady: CapacityPlace = {
  accountId: ACCOUNT,
  region: 'us-east-1',
  modelId: NOVA,
  unit: 'provisioned-mu-hours',
};

const DAY = '2026-10-05';

const hours = (over: Parameters<typeof billed>[0] = {}) =>
  billed({
    usageType: 'USE1-NovaLite-ProvisionedThroughput-NoCommit-ModelUnits',
    unit: 'ModelUnit-Hours',
    quantity: '48',
    unblendedCost: '10.08',
    ...over,
  });

const SIX = 'USE1-NovaLite-ProvisionedThroughput-6MonthCommit-ModelUnits';

test('days of one purchase add up; tokens, other Regions and other commitments are not of it', () => {
  const rows = [
    hours(),
    hours({ day: '2026-10-06' }),
    hours({ usageType: SIX, unblendedCost: '7' }),
    hours({ accountId: '999988887777' }),
    billed(),
  ];
  expect(billedCapacity([steady], rows)).toEqual([
    { usd: '20.16', unitHours: '96', days: [DAY, '2026-10-06'], purchases: 1 },
  ]);
});

test('purchases alike share their lines; a commitment of its own does not', () => {
  const committed = { ...steady, unit: 'provisioned-mu-hours-6-months' } as const;
  const rows = [hours(), hours({ usageType: SIX, unblendedCost: '7' })];
  expect(billedCapacity([steady, { ...steady }, committed], rows)).toEqual([
    { usd: '10.08', unitHours: '48', days: [DAY], purchases: 2 },
    { usd: '10.08', unitHours: '48', days: [DAY], purchases: 2 },
    { usd: '7', unitHours: '48', days: [DAY], purchases: 1 },
  ]);
});

test.each<[string, CapacityPlace]>([
  ['another model', { ...steady, modelId: 'amazon.nova-pro-v1:0' }],
  ['another Region', { ...steady, region: 'eu-west-1' }],
])('%s has nothing on the bill', (_, place) => {
  expect(billedCapacity([place], [hours()])).toEqual([null]);
});

test('a purchase whose model is not known may be the one that is billed', () => {
  const unknown = { ...steady, modelId: null };
  expect(billedCapacity([steady, unknown], [hours()]).map((one) => one?.purchases)).toEqual([2, 2]);
});

test('a quantity that is not told leaves the amount', () => {
  expect(billedCapacity([steady], [hours({ quantity: null })])).toEqual([
    { usd: '10.08', unitHours: null, days: [DAY], purchases: 1 },
  ]);
});
