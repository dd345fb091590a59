import { join } from 'node:path';
import {
  type Connection,
  openDatabase,
  transaction,
} from '../../electron/backend/store/database.ts';
import { DATABASE_FILE, openStore } from '../../electron/backend/store/open.ts';
import { noteChangedDays } from '../../electron/backend/store/rollups/changed-days.ts';
import { fillBill } from './fill-bill.ts';

/** A year of usage, half of it in its last 30 days; prices are known on all of it. */
export const USAGE_YEAR = { from: '2026-01-01', to: '2027-01-01' } as const;
/** The last 30 days of the year. */
export const USAGE_MONTH = { from: '2026-12-02', to: '2027-01-01' } as const;
/** The end of the year. */
export const USAGE_NOW = '2027-01-01T00:00:00Z';

const REGIONS = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1', 'eu-north-1'];
/** Called through the profile of the Region's geography. */
const MODELS = [
  'anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-haiku-4-5-20251001-v1:0',
  'anthropic.claude-opus-4-6-v1',
  'anthropic.claude-sonnet-4-6',
  'amazon.nova-micro-v1:0',
  'amazon.nova-lite-v1:0',
  'amazon.nova-pro-v1:0',
  'amazon.nova-2-lite-v1:0',
];

const EARLIER_SECONDS = 335 * 86_400;
const MONTH_SECONDS = 30 * 86_400;
const ROWS_AT_ONCE = 2_500_000;

/**
 * Fills a new workspace with `total` invocations of 400 roles in 12 accounts, with what metrics would
 * count of them by the hour, and with their bill, made by DuckDB itself: the same rows for the same
 * number.
 */
export async function fillUsage(folder: string, total: number): Promise<void> {
  await (await openStore({ folder, now: () => USAGE_NOW })).close();
  const database = await openDatabase({
    file: join(folder, DATABASE_FILE),
    temp: folder,
    readOnly: false,
  });
  try {
    for (let from = 0; from < total; from += ROWS_AT_ONCE) {
      const to = Math.min(total, from + ROWS_AT_ONCE);
      await database.write((c) => transaction(c, () => fillSome(c, { from, to, total })));
    }
    await database.write((c) => transaction(c, () => fillMetrics(c)));
    await database.write((c) => transaction(c, () => fillBill(c)));
  } finally {
    await database.close();
  }
}

async function fillSome(
  connection: Connection,
  part: { readonly from: number; readonly to: number; readonly total: number },
): Promise<void> {
  const half = Math.floor(part.total / 2);
  await connection.run(
    `INSERT INTO invocation_rows (file_id, request_id, time, account_id, region, inference_region,
       operation, model_id, model_key, principal_arn, session_name, input_tokens, output_tokens,
       cache_read_tokens, cache_write_tokens, cache_write_5m_tokens, latency_ms, guardrail_id,
       guardrail_version, guardrail_content_units, stop_reason, service_tier, error_code,
       request_metadata)
     WITH drawn AS (
       SELECT i, hash(i, 1) AS a, hash(i, 2) AS b, hash(i, 3) AS c, hash(i, 4) AS d
       FROM range(${part.from}, ${part.to}) t(i)
     ), placed AS (
       SELECT *, CAST(least(a % 400, a // 400 % 400, a // 160000 % 400) AS INTEGER) AS role,
         CAST(least(b % 3, b // 3 % 3) AS INTEGER) AS choice
       FROM drawn
     ), called AS (
       SELECT *, CAST(111122223300 + place AS VARCHAR) AS account,
         left(region, 2) || '.' || ${listed(MODELS)}[1 + (place * 3 + choice) % ${MODELS.length}] AS model
       FROM (
         SELECT *, role % 12 AS place, ${listed(REGIONS)}[1 + (role % 12
           + CASE WHEN b // 9 % 5 = 0 THEN 1 ELSE 0 END) % ${REGIONS.length}] AS region
         FROM placed
       ) regional
     )
     SELECT 1 + i // 1000, 'request-' || i, CASE WHEN i < ${half}
         THEN TIMESTAMP '${USAGE_YEAR.from}' + to_seconds(i * ${EARLIER_SECONDS} // ${half})
         ELSE TIMESTAMP '${USAGE_MONTH.from}'
           + to_seconds((i - ${half}) * ${MONTH_SECONDS} // ${part.total - half}) END,
       account, region, CASE WHEN b // 45 % 3 = 0 THEN left(region, 2)
         || ['-central-1', '-north-1', '-west-3'][1 + CAST(b // 135 % 3 AS INTEGER)] END, 'Converse', model, model,
       'arn:aws:iam::' || account || ':role/service-role-' || role, 'session-' || b // 10000 % 9000,
       50 + c % 3000, 10 + c // 3000 % 900, CASE WHEN d % 4 = 0 THEN d // 4 % 9000 ELSE 0 END,
       CASE WHEN d // 36000 % 4 = 0 THEN d // 144000 % 2000 ELSE 0 END,
       CASE WHEN d // 36000 % 4 = 0 THEN d // 144000 % 2000 END, 200 + c // 2700000 % 20000,
       CASE WHEN role % 4 = 0 THEN 'guardrail-' || role % 3 END, CASE WHEN role % 4 = 0 THEN '2' END,
       CASE WHEN role % 4 = 0 THEN c % 9 END, 'end_turn',
       CASE WHEN role % 20 = 0 THEN 'flex' END,
       CASE WHEN a // 64000000 % 50 = 0 THEN 'ThrottlingException' END,
       CASE WHEN role % 3 = 0 THEN '{"team":"team-' || role % 20 || '"}' END
     FROM called`,
  );
  const [first, last] = [1 + Math.floor(part.from / 1000), 1 + Math.floor((part.to - 1) / 1000)];
  await noteChangedDays(
    connection,
    'invocations',
    `SELECT * FROM invocation_rows WHERE file_id BETWEEN ${first} AND ${last}`,
  );
}

function listed(values: readonly string[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]`;
}

const METRICS = {
  Invocations: 'count(*)',
  InputTokenCount: 'sum(input_tokens)',
  OutputTokenCount: 'sum(output_tokens)',
  CacheReadInputTokenCount: 'sum(cache_read_tokens)',
  CacheWriteInputTokenCount: 'sum(cache_write_tokens)',
};

async function fillMetrics(connection: Connection): Promise<void> {
  for (const [metric, value] of Object.entries(METRICS)) {
    await connection.run(
      `INSERT INTO metric_point_rows
       SELECT account_id, region, 'AWS/Bedrock', '${metric}', model_id, model_key, NULL,
         date_trunc('hour', time), 3600, CAST(${value} AS DOUBLE), '{}', 'Sum'
       FROM invocation_rows WHERE error_code IS NULL
       GROUP BY account_id, region, model_id, model_key, date_trunc('hour', time)
       ORDER BY account_id, region, model_key`,
    );
  }
  await noteChangedDays(connection, 'metrics', 'SELECT * FROM metric_point_rows');
}
