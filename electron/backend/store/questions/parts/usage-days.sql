-- params: from, to, from, to, from, to
-- What was used, per UTC day, counted once. Invocation logs and CloudWatch metrics see the same
-- calls, but stamp them at different moments: a call may stand in one hour by its log and in the
-- next by its metric. So one basis is taken for a whole day of an account, Region and model key:
-- logs, unless metrics counted more than 2 % more tokens (input, output, cache reads and writes), or
-- calls where neither has tokens; then logs are late, partial or off, and metrics are taken alone.
-- They are never added to each other. Failed calls have no usage and are left out, as metrics leave
-- them out. A metric may have come under two names (CacheReadInputTokens, CacheReadInputTokenCount):
-- the larger value is taken, never the sum. A metric without tier counts all tiers; what its tiers do
-- not explain stays in the standard tier. Images are counted by metrics alone.
-- Bedrock Mantle (the OpenAI- and Anthropic-compatible endpoint) has metrics of its own, by project and
-- model, and no invocation logs: its calls are added to those of bedrock-runtime.
-- Calls are grouped by the columns as they are stored, which is three times as fast as by what is
-- made of them; so a day may have several rows of the same key here, which are added up later.
log_days AS (
  SELECT day, coalesce(account_id, 'unknown') AS account_id,
    coalesce(region, 'unknown') AS region, coalesce(model_key, 'unknown') AS model_key,
    CASE WHEN lower(service_tier) IN ('flex', 'priority', 'reserved') THEN lower(service_tier)
      ELSE 'standard' END AS tier,
    'invocation-logs' AS basis, calls, input, output, cache_read, cache_write, cache_write_5m,
    cache_write_1h
  FROM (
    SELECT CAST(time AS DATE) AS day, account_id, region, model_key, service_tier,
      count(*) AS calls, CAST(sum(coalesce(input_tokens, 0)) AS BIGINT) AS input,
      CAST(sum(coalesce(output_tokens, 0)) AS BIGINT) AS output,
      CAST(sum(coalesce(cache_read_tokens, 0)) AS BIGINT) AS cache_read,
      CAST(sum(greatest(coalesce(cache_write_tokens, 0) - coalesce(cache_write_5m_tokens, 0)
        - coalesce(cache_write_1h_tokens, 0), 0)) AS BIGINT) AS cache_write,
      CAST(sum(coalesce(cache_write_5m_tokens, 0)) AS BIGINT) AS cache_write_5m,
      CAST(sum(coalesce(cache_write_1h_tokens, 0)) AS BIGINT) AS cache_write_1h
    FROM invocations
    WHERE time >= CAST(? AS TIMESTAMP) AND time < CAST(? AS TIMESTAMP) AND error_code IS NULL
    GROUP BY CAST(time AS DATE), account_id, region, model_key, service_tier
  ) stored
),
metric_tiers AS (
  SELECT CAST(period_start AS DATE) AS day, account_id, region, model_key,
    coalesce(lower(service_tier), '') AS tier,
    coalesce(sum(CASE WHEN metric = 'Invocations' THEN value END), 0) AS calls,
    coalesce(sum(CASE WHEN metric = 'InputTokenCount' THEN value END), 0) AS input,
    coalesce(sum(CASE WHEN metric = 'OutputTokenCount' THEN value END), 0) AS output,
    greatest(coalesce(sum(CASE WHEN metric = 'CacheReadInputTokens' THEN value END), 0),
      coalesce(sum(CASE WHEN metric = 'CacheReadInputTokenCount' THEN value END), 0))
      AS cache_read,
    greatest(coalesce(sum(CASE WHEN metric = 'CacheWriteInputTokens' THEN value END), 0),
      coalesce(sum(CASE WHEN metric = 'CacheWriteInputTokenCount' THEN value END), 0))
      AS cache_write,
    coalesce(sum(CASE WHEN metric = 'OutputImageCount' THEN value END), 0) AS images
  FROM metrics
  WHERE period_start >= CAST(? AS TIMESTAMP) AND period_start < CAST(? AS TIMESTAMP)
    AND namespace = 'AWS/Bedrock' AND dimensions = '{}' AND statistic = 'Sum' AND model_key <> ''
  GROUP BY CAST(period_start AS DATE), account_id, region, model_key,
    coalesce(lower(service_tier), '')
),
tier_sums AS (
  SELECT day, account_id, region, model_key, sum(calls) AS calls, sum(input) AS input,
    sum(output) AS output, sum(cache_read) AS cache_read, sum(cache_write) AS cache_write
  FROM metric_tiers
  WHERE tier <> ''
  GROUP BY day, account_id, region, model_key
),
metric_days AS (
  SELECT day, account_id, region, model_key,
    CASE WHEN tier IN ('flex', 'priority', 'reserved') THEN tier ELSE 'standard' END AS tier,
    calls, input, output, cache_read, cache_write
  FROM metric_tiers
  WHERE tier <> ''
  UNION ALL
  SELECT a.day, a.account_id, a.region, a.model_key, 'standard',
    greatest(a.calls - coalesce(t.calls, 0), 0), greatest(a.input - coalesce(t.input, 0), 0),
    greatest(a.output - coalesce(t.output, 0), 0),
    greatest(a.cache_read - coalesce(t.cache_read, 0), 0),
    greatest(a.cache_write - coalesce(t.cache_write, 0), 0)
  FROM metric_tiers a
  LEFT JOIN tier_sums t ON t.day = a.day AND t.account_id = a.account_id
    AND t.region = a.region AND t.model_key = a.model_key
  WHERE a.tier = ''
),
log_totals AS (
  SELECT day, account_id, region, model_key, CAST(sum(calls) AS BIGINT) AS calls,
    CAST(sum(input + output + cache_read + cache_write + cache_write_5m + cache_write_1h)
      AS BIGINT) AS tokens
  FROM log_days
  GROUP BY day, account_id, region, model_key
),
metric_totals AS (
  SELECT day, account_id, region, model_key, sum(calls) AS calls,
    sum(input + output + cache_read + cache_write) AS tokens
  FROM metric_days
  GROUP BY day, account_id, region, model_key
),
compared AS (
  SELECT m.day, m.account_id, m.region, m.model_key,
    CASE WHEN m.tokens * 100 > l.tokens * 102
        OR (m.tokens = 0 AND l.tokens = 0 AND m.calls * 100 > l.calls * 102)
      THEN 'metrics' ELSE 'invocation-logs' END AS basis
  FROM metric_totals m
  JOIN log_totals l ON l.day = m.day AND l.account_id = m.account_id
    AND l.region = m.region AND l.model_key = m.model_key
),
usage_days AS (
  SELECT h.day, h.account_id, h.region, h.model_key, h.tier, h.basis, h.calls, h.input, h.output,
    h.cache_read, h.cache_write, h.cache_write_5m, h.cache_write_1h, 0 AS images
  FROM (
    SELECT day, account_id, region, model_key, tier, basis, calls, input, output, cache_read,
      cache_write, cache_write_5m, cache_write_1h
    FROM log_days
    UNION ALL
    SELECT day, account_id, region, model_key, tier, 'metrics', CAST(round(calls) AS BIGINT),
      CAST(round(input) AS BIGINT), CAST(round(output) AS BIGINT),
      CAST(round(cache_read) AS BIGINT), CAST(round(cache_write) AS BIGINT), 0, 0
    FROM metric_days
  ) h
  LEFT JOIN compared c ON c.day = h.day AND c.account_id = h.account_id
    AND c.region = h.region AND c.model_key = h.model_key
  WHERE c.basis IS NULL OR c.basis = h.basis
  UNION ALL
  SELECT day, account_id, region, model_key, 'standard', 'metrics', 0, 0, 0, 0, 0, 0, 0,
    CAST(round(images) AS BIGINT)
  FROM metric_tiers
  WHERE tier = '' AND images > 0
  UNION ALL
  SELECT CAST(period_start AS DATE), account_id, region, model_key, 'standard', 'metrics',
    CAST(round(coalesce(sum(CASE WHEN metric = 'Inferences' THEN value END), 0)) AS BIGINT),
    CAST(round(coalesce(sum(CASE WHEN metric = 'InputTokens' THEN value END), 0)) AS BIGINT),
    CAST(round(coalesce(sum(CASE WHEN metric = 'OutputTokens' THEN value END), 0)) AS BIGINT),
    0, 0, 0, 0, 0
  FROM metrics
  WHERE period_start >= CAST(? AS TIMESTAMP) AND period_start < CAST(? AS TIMESTAMP)
    AND namespace = 'AWS/BedrockMantle' AND model_key <> ''
  GROUP BY CAST(period_start AS DATE), account_id, region, model_key
)
