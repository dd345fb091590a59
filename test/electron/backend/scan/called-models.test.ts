import { join } from 'node:path';
import { expect, it } from 'vitest';
import { calledModels } from '../../../../electron/backend/scan/called-models.ts';
import { event, ingest, records, withStore, writeLog } from '../store/store-case.ts';

const MODELS = 5_003;

it('knows every model that was called, however many there are', async () => {
  await withStore(async (store, folder) => {
    const events = Array.from({ length: MODELS }, (_, index) =>
      event(`e${index}`, {
        requestParameters: { modelId: `arn:aws:bedrock:us-east-1:1:custom-model/m${index}` },
      }),
    );
    await ingest(store, [await writeLog(join(folder, 'a.json'), records(...events))]);
    const [place] = (await store.query('SELECT DISTINCT account_id, region FROM events', 2)).rows;
    const called = await calledModels(store);
    const ids = called(String(place?.[0]), String(place?.[1]));
    expect(new Set(ids).size).toBe(MODELS);
    expect(ids).toContain('m4999');
    expect(called('000000000000', 'us-east-1')).toEqual([]);
  });
});
