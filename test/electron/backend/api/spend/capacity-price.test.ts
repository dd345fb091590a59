import { expect, test } from 'vitest';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import { NOW } from '../../store/store-case.ts';
import { inputPrice, withMoney } from './money-workspace.ts';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdef012345';
const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';
const PLACE = { accountId: '111122223333', region: 'us-east-1' } as const;

/** An account and Region that could not be read. */
const DENIED = {
  dataset: 'provisioned-throughputs',
  accountId: '444455556666',
  region: 'eu-west-1',
  outcome: {
    status: 'denied',
    reason: 'denied by AWS',
    action: 'bedrock:ListProvisionedModelThroughputs',
  },
  actions: [],
  readAt: NOW,
  calls: 1,
  items: [],
} as const;

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
  await store.putReadings('other', [DENIED]);
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

test('without a price, cost, use on demand and saving are of the billed days', async () => {
  const filled = async (store: Store) => {
    await fill(store);
    const point = {
      ...PLACE,
      namespace: 'AWS/Bedrock',
      modelId: ARN,
      serviceTier: null,
      metric: 'InputTokenCount',
      periodStart: '2026-10-04T08:00:00Z',
      periodSeconds: 3600,
    } as const;
    await store.putMetricPoints([{ ...point, value: 9_000_000 }]);
    const line = {
      accountId: PLACE.accountId,
      region: PLACE.region,
      service: 'Amazon Bedrock',
      usageType: 'USE1-NovaLite-ProvisionedThroughput-NoCommit-ModelUnits',
      lineItemType: 'Usage',
      quantity: '48',
      unit: null,
      unblended: '30',
      amortized: '30',
      currency: 'USD',
      final: false,
    };
    const days = ['2026-10-01', '2026-10-02', '2026-10-03'];
    const rows = days.map((day) => ({ ...line, day }));
    const { accountId: payer } = PLACE;
    await store.bill.putCostExplorer({ payer, from: '2026-10-01', to: '2026-10-04', rows });
  };
  await withMoney(filled, async ({ api }) => {
    await api['settings.update']({ priceOverrides: [inputPrice()] });
    const answer = await api['spend.capacity']({ from: '2026-10-01', to: '2026-10-05' });
    // 50 million tokens of 2 October; the 9 million of 4 October are not billed yet.
    expect(answer.rows).toMatchObject([
      {
        tokensServed: 59_000_000,
        costUsd: '90',
        costProvenance: 'billed',
        onDemandUsd: '50',
        savedUsd: '-40',
        breakEvenTimes: 1.8,
      },
    ]);
    expect(answer).toMatchObject({
      notRead: null,
      partlyRead: expect.stringMatching(/not read in 1 of 2 places \(444455556666 eu-west-1: /),
      notes: [expect.stringMatching(/^More may be bought: /)],
    });
  });
});
