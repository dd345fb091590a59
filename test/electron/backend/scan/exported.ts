import type { Store } from '../../../../electron/backend/store/store.ts';

const ALWAYS = { from: '2020-01-01', to: '2030-01-01' };
const ALL = { ...ALWAYS, offset: 0, limit: 5_000 };

/** All that the store tells of usage, as text: two stores that hold the same give the same bytes. */
export async function exportedUsage(store: Store): Promise<string> {
  const [days, principals, logged, activity, extent, bill] = await Promise.all([
    store.ask('usage-by-day', ALWAYS),
    store.ask('usage-by-principal-day', ALWAYS),
    store.ask('logged-usage-by-principal-day', ALWAYS),
    store.ask('principal-activity', ALL),
    store.ask('store-extent', {}),
    store.ask('bill-by-day', ALWAYS),
  ]);
  return JSON.stringify({ days, principals, logged, activity, extent, bill }, plain, 1);
}

/** The ids of all events and of all logged calls, each as often as it is stored. */
export async function storedIds(store: Store): Promise<readonly string[]> {
  const ids = async (sql: string) => (await store.query(sql, 5_000)).rows.flat().map(String);
  return [
    ...(await ids('SELECT event_id FROM events ORDER BY 1')),
    ...(await ids('SELECT request_id FROM invocations ORDER BY 1')),
  ];
}

/** Counts are whole numbers whatever type the engine gives them. */
function plain(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
