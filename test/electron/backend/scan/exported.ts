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

const VIEWS = ['events', 'invocations', 'metrics', 'bill', 'bill_tags', 'prices'] as const;

/** All that the store tells of usage, and every row of every view as a count and a hash. */
export async function exportedWhole(store: Store): Promise<string> {
  const views = await Promise.all(
    VIEWS.map(async (view) => {
      const row = 'CAST(whole AS VARCHAR)';
      const sql = `SELECT count(*), md5(string_agg(${row}, chr(10) ORDER BY ${row})) FROM ${view} whole`;
      return `${view} ${(await store.query(sql, 1)).rows[0]?.join(' ')}`;
    }),
  );
  return [await exportedUsage(store), ...views].join('\n');
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
