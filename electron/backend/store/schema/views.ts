import { LOGGED_CALLS_VIEW } from '../rollups/invocation-days.ts';
import { metricHours } from '../rollups/metric-hours.ts';
import { currentDays, ROLLUPS } from '../rollups/rollups.ts';
import { BILL_TAGS_VIEW, BILL_VIEW, PRICES_VIEW } from './bill-tables.ts';
import { EVENT_COLUMNS_3, INVOCATION_COLUMNS_3 } from './version-3.ts';

/** The documented, stable views: what `query` may read. Those for questions alone are not among them. */
export const VIEW_NAMES = [
  'events',
  'invocations',
  'metrics',
  'files',
  'bill',
  'bill_tags',
  'prices',
] as const;

/**
 * Views over the tables, re-created at every start so that a table may change behind them.
 * Columns keep their names, types and order; new ones are added at the end. Times are UTC.
 */
export const VIEWS: readonly string[] = [
  `CREATE OR REPLACE VIEW events AS SELECT
    event_id, event_time, event_source, event_name, account_id, region, principal_arn,
    principal_type, session_name, access_key_id, source_ip, user_agent, model_id,
    inference_region, bearer_token, vpc_endpoint_id, error_code, request_id, event_category,
    read_only, model_key, ${EVENT_COLUMNS_3.join(', ')}, source_identity
    FROM event_rows`,
  `CREATE OR REPLACE VIEW invocations AS SELECT
    request_id, time, account_id, region, inference_region, operation, model_id, principal_arn,
    input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_5m_tokens,
    cache_write_1h_tokens, latency_ms, time_to_first_token_ms, guardrail_id, guardrail_version,
    guardrail_intervened, stop_reason, service_tier, error_code, request_metadata, model_key,
    session_name, ${INVOCATION_COLUMNS_3.join(', ')}
    FROM invocation_rows`,
  `CREATE OR REPLACE VIEW metrics AS SELECT
    account_id, region, namespace, metric, model_id, model_key, service_tier, period_start,
    period_seconds, value, dimensions, statistic
    FROM metric_point_rows`,
  `CREATE OR REPLACE VIEW files AS SELECT
    key, kind, status, records, added, duplicates, fragments, size, reason, read_at, sha256
    FROM (SELECT *, row_number() OVER (PARTITION BY key ORDER BY file_id DESC) AS newest
      FROM file_rows)
    WHERE newest = 1`,
  BILL_VIEW,
  BILL_TAGS_VIEW,
  PRICES_VIEW,
  ...ROLLUPS.map((one) => `CREATE OR REPLACE VIEW ${one.view} AS ${currentDays(one)}`),
  LOGGED_CALLS_VIEW,
  `CREATE OR REPLACE VIEW metric_hours AS ${metricHours('metrics')}`,
  `CREATE OR REPLACE VIEW role_arns AS SELECT principal_arn FROM role_path_rows`,
  `CREATE OR REPLACE MACRO json_extract_scalar(document, path) AS
    json_extract_string(document, path)`,
];
