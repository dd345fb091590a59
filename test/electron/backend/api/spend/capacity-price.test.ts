import { expect, test } from 'vitest';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import { NOW } from '../../store/store-case.ts';
import { inputPrice, withMoney } from './money-workspace.ts';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdef012345';
const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';
const PLACE = { accountId: '111122223333', region: 'us-east-1' } as const;

/** Two model units without commitment since 1 October, called in one hour with 50 million tokens. */
async function fill(store: Store): Promise<void> {
  await store.putReadings('scan', [
    {
      dataset: 'provisioned-throughputs',
      ...PLACE,
      outcome: { status: 'collected' },
      actions: [],
      readAt: NOW,
      calls: 1,
      items: [
        {
          provisionedModelArn: ARN,
          provisionedModelName: 'steady',
          modelArn: MODEL,
          desiredModelArn: MODEL,
          foundationModelArn: MODEL,
          modelUnits: 2,
          desiredModelUnits: 2,
          status: 'InService',
          commitmentDuration: null,
          commitmentExpirationTime: null,
          creationTime: '2026-10-01T00:00:00Z',
          lastModifiedTime: null,
          tags: { read: true, value: [] },
        },
      ],
    },
  ]);
  const point = {
    ...PLACE,
    namespace: 'AWS/Bedrock',
    modelId: ARN,
    serviceTier: null,
    periodStart: '2026-10-02T08:00:00Z',
    periodSeconds: 3600,
  } as const;
  await store.putMetricPoints([
    { ...point, metric: 'Invocations', value: 10 },
    { ...point, metric: 'InputTokenCount', value: 50_000_000 },
  ]);
}

const hourly = {
  ...inputPrice('12.5'),
  unit: 'provisioned-mu-hours',
  per: 1,
  note: 'Quoted by AWS.',
} as const;

test('an entered price of model unit hours makes cost and break-even known', async () => {
  await withMoney(fill, async ({ api }) => {
    const days = { from: '2026-10-01', to: '2026-10-05' };
    await api['settings.update']({ priceOverrides: [inputPrice()] });
    const [before] = (await api['spend.capacity'](days)).rows;
    expect(before).toMatchObject({
      costUsd: null,
      breakEvenTimes: null,
      onDemandUsd: '50',
      busyHours: 1 / 96,
    });
    expect(before?.unpricedReason).toMatch(/^no price/);
    await api['settings.update']({ priceOverrides: [inputPrice(), hourly] });
    const [after] = (await api['spend.capacity'](days)).rows;
    // 2 units x 96 hours x $12.50 = $2,400; 50 million tokens on demand at $1 a million = $50.
    expect(after).toMatchObject({
      hours: 96,
      hoursWithCalls: 1,
      costUsd: '2400',
      unpricedReason: null,
      onDemandUsd: '50',
      savedUsd: '-2350',
      breakEvenTimes: 48,
    });
  });
});
