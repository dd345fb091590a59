import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import { event, records, writeLog } from '../../store/store-case.ts';
import { inputPrice, withMoney } from './money-workspace.ts';

const DAY = '2026-10-14';
const MODEL = 'amazon.nova-lite-v1:0';

/** Metrics count three calls; events say that two are of ines and one of jonas. No log has them. */
async function fill(store: Store, folder: string): Promise<void> {
  const point = {
    accountId: '111122223333',
    region: 'us-east-1',
    namespace: 'AWS/Bedrock',
    modelId: MODEL,
    serviceTier: null,
    periodStart: `${DAY}T03:00:00Z`,
    periodSeconds: 3600,
  } as const;
  await store.putMetricPoints([
    { ...point, metric: 'Invocations', value: 3 },
    { ...point, metric: 'InputTokenCount', value: 3_000_000 },
  ]);
  const calls = ['ines', 'ines', 'jonas'].map((name, index) =>
    event(`e${index}`, {
      eventTime: `${DAY}T03:0${index}:00Z`,
      awsRegion: 'us-east-1',
      requestParameters: { modelId: MODEL },
      userIdentity: {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::111122223333:assumed-role/science/work',
        accountId: '111122223333',
        sessionContext: {
          sessionIssuer: { arn: 'arn:aws:iam::111122223333:role/science' },
          sourceIdentity: name,
        },
      },
    }),
  );
  await store.ingest([await writeLog(join(folder, 'events.json'), records(...calls))]);
}

test('calls that metrics alone count are shared out over persons, and are no logged calls', async () => {
  await withMoney(fill, async ({ api }) => {
    await api['settings.update']({ priceOverrides: [inputPrice()] });
    const period = { from: DAY, to: '2026-10-15' };
    const { groups } = await api['spend.get']({ ...period, groupBy: 'person' });
    expect(
      groups.map(({ key, calls, usd, allocatedUsd }) => [key, calls, usd, allocatedUsd]),
    ).toEqual([
      ['ines', 2, '2', '2'],
      ['jonas', 1, '1', '1'],
    ]);
    const filter = { persons: ['ines'] };
    const page = await api['spend.calls']({ ...period, filter, offset: 0, limit: 10 });
    expect(page.total).toBe(0);
    const events = await api['events.list']({ ...period, offset: 0, limit: 10 });
    expect(events.total).toBe(3);
  });
});
