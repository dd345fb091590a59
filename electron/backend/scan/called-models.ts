import type { Store } from '../store/store.ts';

/** Rows that a query gives at most. */
const PAGE_ROWS = 5_000;
const SQL = `SELECT DISTINCT account_id, region, model_id FROM events WHERE model_id IS NOT NULL
UNION SELECT DISTINCT account_id, region, model_id FROM invocations WHERE model_id IS NOT NULL
ORDER BY account_id, region, model_id`;

/** The models that events and logs saw, by account and Region. */
export type CalledModels = (accountId: string, region: string) => readonly string[];

/** Asks the store which models were called; ARNs are cut to the id that CloudWatch shows. */
export async function calledModels(store: Store): Promise<CalledModels> {
  const models = new Map<string, string[]>();
  for await (const [accountId, region, modelId] of allRows(store)) {
    const place = `${String(accountId)}/${String(region)}`;
    const ids = models.get(place) ?? [];
    ids.push(String(modelId).split('/').at(-1) ?? '');
    models.set(place, ids);
  }
  return (accountId, region) => models.get(`${accountId}/${region}`) ?? [];
}

/** Page by page: ids of custom models and of imported ones have no end. */
async function* allRows(store: Store): AsyncGenerator<readonly unknown[]> {
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const { rows } = await store.query(`${SQL} LIMIT ${PAGE_ROWS} OFFSET ${offset}`, PAGE_ROWS);
    yield* rows;
    if (rows.length < PAGE_ROWS) return;
  }
}
