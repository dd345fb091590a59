import { LONG_CONTEXT_TOKENS } from '../../../../shared/prices/long-context.ts';

/** What a call adds to its day: the column of a day's row and how it follows from what is stored. */
const FIGURES: Readonly<Record<string, string>> = {
  calls: '1',
  intervened_calls: 'CASE WHEN guardrail_intervened THEN 1 ELSE 0 END',
  input_tokens: orNone('input_tokens'),
  output_tokens: orNone('output_tokens'),
  cache_read_tokens: orNone('cache_read_tokens'),
  cache_write_tokens: `greatest(coalesce(cache_write_tokens, 0)
    - coalesce(cache_write_5m_tokens, 0) - coalesce(cache_write_1h_tokens, 0), 0)`,
  cache_write_5m_tokens: orNone('cache_write_5m_tokens'),
  cache_write_1h_tokens: orNone('cache_write_1h_tokens'),
  output_images: orNone('output_images'),
  guardrail_topic_units: orNone('guardrail_topic_units'),
  guardrail_content_units: orNone('guardrail_content_units'),
  guardrail_content_image_units: orNone('guardrail_content_image_units'),
  guardrail_word_units: orNone('guardrail_word_units'),
  guardrail_sensitive_units: orNone('guardrail_sensitive_units'),
  guardrail_sensitive_free_units: orNone('guardrail_sensitive_free_units'),
  guardrail_grounding_units: orNone('guardrail_grounding_units'),
  guardrail_reasoning_units: orNone('guardrail_reasoning_units'),
  latency_calls: 'CASE WHEN latency_ms IS NULL THEN 0 ELSE 1 END',
  latency_ms: orNone('latency_ms'),
  first_token_calls: 'CASE WHEN time_to_first_token_ms IS NULL THEN 0 ELSE 1 END',
  first_token_ms: orNone('time_to_first_token_ms'),
};

/** What calls are grouped by: the column of a day's row and how it follows from what is stored. */
const KEYS: Readonly<Record<string, string>> = {
  day: 'day',
  account_id: `coalesce(account_id, 'unknown')`,
  region: `coalesce(region, 'unknown')`,
  inference_region: 'inference_region',
  model_key: `coalesce(model_key, 'unknown')`,
  tier: `CASE WHEN lower(service_tier) IN ('flex', 'priority', 'reserved') THEN lower(service_tier)
    ELSE 'standard' END`,
  performance_latency: 'lower(performance_latency)',
  principal_arn: 'principal_arn',
  guardrail_id: 'guardrail_id',
  guardrail_version: 'guardrail_version',
  failed: 'failed',
  long_context: 'long_context',
};

/** Grouping by the columns as they are stored is three times as fast as by what is made of them. */
const STORED: Readonly<Record<string, string>> = {
  day: 'CAST(time AS DATE)',
  account_id: 'account_id',
  region: 'region',
  inference_region: 'inference_region',
  model_key: 'model_key',
  service_tier: 'service_tier',
  performance_latency: 'performance_latency',
  principal_arn: 'principal_arn',
  guardrail_id: 'guardrail_id',
  guardrail_version: 'guardrail_version',
  failed: 'error_code IS NOT NULL',
  long_context: `coalesce(input_tokens, 0) + coalesce(cache_read_tokens, 0)
    + coalesce(cache_write_tokens, 0) > ${LONG_CONTEXT_TOKENS}`,
};

/** The columns of `invocation_day_rows` and of the view over it, in their order. */
export const INVOCATION_DAY_COLUMNS: readonly string[] = [
  ...Object.keys(KEYS),
  ...Object.keys(FIGURES),
];

/**
 * Calls of `source` (a FROM clause over the columns of `invocations`) by UTC day and all that they
 * are asked by; several rows may have the same key, which their readers add up. Failed calls are
 * rows of their own. Cache writes whose time to live was not told stand apart.
 */
export function invocationDays(source: string): string {
  const grouped = Object.entries(STORED);
  const figures = Object.entries(FIGURES);
  const sums = figures.map(([name, sql]) => [name, `CAST(sum(${sql}) AS BIGINT)`] as const);
  return `SELECT ${named(Object.entries(KEYS))}, ${Object.keys(FIGURES).join(', ')}
    FROM (
      SELECT ${named(grouped)}, ${named(sums)}
      FROM ${source}
      GROUP BY ${grouped.map(([, expression]) => expression).join(', ')}
    ) stored`;
}

/** Every logged call with what its day is grouped by, what it adds to it, and whose it is. */
export const LOGGED_CALLS_VIEW = `CREATE OR REPLACE VIEW logged_calls AS
  SELECT request_id, time, date_trunc('hour', time) AS hour, session_name, request_metadata,
    ${named(Object.entries(KEYS))}, ${named(Object.entries(FIGURES))}
  FROM (SELECT *, ${named(Object.entries(STORED).filter(([name, sql]) => name !== sql))}
    FROM invocations) stored`;

function named(columns: readonly (readonly [string, string])[]): string {
  return columns.map(([name, sql]) => (sql === name ? name : `${sql} AS ${name}`)).join(', ');
}

function orNone(column: string): string {
  return `coalesce(${column}, 0)`;
}
