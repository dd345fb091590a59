const KEY = ['hour', 'account_id', 'region', 'model_key'];

/** What metrics tell by service tier, too. */
const TIERED = [
  'calls',
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
];
/** The quantities of an hour or a day that metrics tell; images have no tiers. */
const QUANTITIES = [...TIERED, 'images'];

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
  const told = TIERED.map((name) => `${rest(name)} AS ${name}`).join(', ');
  return `SELECT ${KEY.map((name) => `a.${name}`).join(', ')},
      CASE WHEN a.tier IN ('flex', 'priority', 'reserved') THEN a.tier ELSE 'standard' END AS tier,
      'runtime' AS endpoint, CAST(NULL AS VARCHAR) AS project, ${told},
      CASE WHEN a.tier = '' THEN a.images ELSE 0 END AS images
    FROM (${byTier(source)}) a
    LEFT JOIN (
      SELECT ${KEY.join(', ')}, ${TIERED.map((name) => `sum(${name}) AS ${name}`).join(', ')}
      FROM (${byTier(source)}) tiers
      WHERE tier <> ''
      GROUP BY ${KEY.join(', ')}
    ) t ON a.tier = '' AND ${KEY.map((name) => `t.${name} = a.${name}`).join(' AND ')}
    UNION ALL
    SELECT date_trunc('hour', period_start), account_id, region, model_key, 'standard', 'mantle',
      json_extract_string(dimensions, '$.Project'), ${counted('Inferences')},
      ${counted('InputTokens')}, ${counted('OutputTokens')}, 0, 0, 0
    FROM ${source}
    WHERE namespace = 'AWS/BedrockMantle' AND statistic = 'Sum' AND model_key <> ''
    GROUP BY date_trunc('hour', period_start), account_id, region, model_key,
      json_extract_string(dimensions, '$.Project')`;
}

function byTier(source: string): string {
  return `SELECT date_trunc('hour', period_start) AS hour, account_id, region, model_key,
      coalesce(lower(service_tier), '') AS tier,
      ${counted('Invocations')} AS calls, ${counted('InputTokenCount')} AS input_tokens,
      ${counted('OutputTokenCount')} AS output_tokens,
      greatest(${counted('CacheReadInputTokens')}, ${counted('CacheReadInputTokenCount')})
        AS cache_read_tokens,
      greatest(${counted('CacheWriteInputTokens')}, ${counted('CacheWriteInputTokenCount')})
        AS cache_write_tokens,
      ${counted('OutputImageCount')} AS images
    FROM ${source}
    WHERE namespace = 'AWS/Bedrock' AND dimensions = '{}' AND statistic = 'Sum' AND model_key <> ''
    GROUP BY date_trunc('hour', period_start), account_id, region, model_key,
      coalesce(lower(service_tier), '')`;
}

/** The hours of `source` added up to UTC days. */
export function metricDays(source: string): string {
  return `SELECT CAST(hour AS DATE) AS day, account_id, region, model_key, tier, endpoint, project,
      ${QUANTITIES.map((name) => `CAST(sum(${name}) AS BIGINT) AS ${name}`).join(', ')}
    FROM (${metricHours(source)}) hours
    GROUP BY CAST(hour AS DATE), account_id, region, model_key, tier, endpoint, project`;
}

function counted(metric: string): string {
  return `CAST(round(coalesce(sum(CASE WHEN metric = '${metric}' THEN value END), 0)) AS BIGINT)`;
}

/** What the tiers of an hour leave of its whole; a tier's own value where the row is of a tier. */
function rest(name: string): string {
  return `CAST(greatest(a.${name} - coalesce(t.${name}, 0), 0) AS BIGINT)`;
}
