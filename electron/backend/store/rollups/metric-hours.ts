const KEY = 'hour, account_id, region, model_key';

/** The quantities of an hour or a day that metrics tell. */
const QUANTITIES = [
  'calls',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'images',
] as const;

/** The columns of `metric_day_rows` and of the view over it, in their order. */
export const METRIC_DAY_COLUMNS: readonly string[] = [
  'day',
  'account_id',
  'region',
  'model_key',
  'tier',
  'endpoint',
  'project',
  ...QUANTITIES,
];

/**
 * Usage by the hour out of the points of `source` (a FROM clause over the columns of `metrics`). A
 * metric may have come under two names (CacheReadInputTokens, CacheReadInputTokenCount): the larger
 * value is taken, never the sum. A metric without tier counts all tiers; what its tiers do not
 * explain is in the standard tier. Bedrock Mantle has metrics of its own, by project and model.
 */
export function metricHours(source: string): string {
  return `SELECT ${KEY},
      CASE WHEN tier IN ('flex', 'priority', 'reserved') THEN tier ELSE 'standard' END AS tier,
      'runtime' AS endpoint, CAST(NULL AS VARCHAR) AS project,
      ${QUANTITIES.map((name) => `${name === 'images' ? IMAGES : rest(name)} AS ${name}`).join(', ')}
    FROM (
      SELECT *, ${QUANTITIES.map(
        (name) => `sum(CASE WHEN tier <> '' THEN ${name} ELSE 0 END)
        OVER (PARTITION BY ${KEY}) AS ${name}_of_tiers`,
      ).join(', ')}
      FROM (
        SELECT date_trunc('hour', period_start) AS hour, account_id, region, model_key,
          coalesce(lower(service_tier), '') AS tier,
          ${counted('Invocations')} AS calls, ${counted('InputTokenCount')} AS input_tokens,
          ${counted('OutputTokenCount')} AS output_tokens,
          greatest(${counted('CacheReadInputTokens')}, ${counted('CacheReadInputTokenCount')})
            AS cache_read_tokens,
          greatest(${counted('CacheWriteInputTokens')}, ${counted('CacheWriteInputTokenCount')})
            AS cache_write_tokens,
          ${counted('OutputImageCount')} AS images
        FROM ${source}
        WHERE namespace = 'AWS/Bedrock' AND dimensions = '{}' AND statistic = 'Sum'
          AND model_key <> ''
        GROUP BY date_trunc('hour', period_start), account_id, region, model_key,
          coalesce(lower(service_tier), '')
      ) tiers
    ) parts
    UNION ALL
    SELECT date_trunc('hour', period_start), account_id, region, model_key, 'standard', 'mantle',
      json_extract_string(dimensions, '$.Project'), ${counted('Inferences')},
      ${counted('InputTokens')}, ${counted('OutputTokens')}, 0, 0, 0
    FROM ${source}
    WHERE namespace = 'AWS/BedrockMantle' AND statistic = 'Sum' AND model_key <> ''
    GROUP BY date_trunc('hour', period_start), account_id, region, model_key,
      json_extract_string(dimensions, '$.Project')`;
}

/** The hours of `source` added up to UTC days. */
export function metricDays(source: string): string {
  return `SELECT CAST(hour AS DATE) AS day, account_id, region, model_key, tier, endpoint, project,
      ${QUANTITIES.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`).join(', ')}
    FROM (${metricHours(source)}) hours
    GROUP BY CAST(hour AS DATE), account_id, region, model_key, tier, endpoint, project`;
}

/** Images have no tiers: those that a tier would tell are in the whole. */
const IMAGES = `CASE WHEN tier = '' THEN images ELSE 0 END`;

function counted(metric: string): string {
  return `CAST(round(coalesce(sum(CASE WHEN metric = '${metric}' THEN value END), 0)) AS BIGINT)`;
}

function rest(name: string): string {
  return `CAST(CASE WHEN tier = '' THEN greatest(${name} - ${name}_of_tiers, 0) ELSE ${name} END
    AS BIGINT)`;
}
