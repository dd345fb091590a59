import type { Store } from '../store/store.ts';

const LIMIT = 5_000;
const SQL = `SELECT DISTINCT account_id, region, model_id FROM events WHERE model_id IS NOT NULL
UNION SELECT DISTINCT account_id, region, model_id FROM invocations WHERE model_id IS NOT NULL`;

/** The models that events and logs saw, by account and Region. */
export type CalledModels = (accountId: string, region: string) => readonly string[];

/** Asks the store which models were called; ARNs are cut to the id that CloudWatch shows. */
export async function calledModels(store: Store): Promise<CalledModels> {
  const { rows } = await store.query(SQL, LIMIT);
  const models = new Map<string, string[]>();
  for (const [accountId, region, modelId] of rows) {
    const place = `${String(accountId)}/${String(region)}`;
    const ids = models.get(place) ?? [];
    ids.push(String(modelId).split('/').at(-1) ?? '');
    models.set(place, ids);
  }
  return (accountId, region) => models.get(`${accountId}/${region}`) ?? [];
}
