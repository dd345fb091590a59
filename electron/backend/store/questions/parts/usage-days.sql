-- params: from, to, from, to
-- What was used, per UTC day, counted once. Invocation logs and CloudWatch metrics see the same
-- calls, but stamp them at different moments: a call may stand in one hour by its log and in the
-- next by its metric. So one basis is taken for a whole day of an account, Region and model key:
-- logs, unless metrics counted more than 2 % more tokens (input, output, cache reads and writes), or
-- calls where neither has tokens; then logs are late, partial or off, and metrics are taken alone.
-- They are never added to each other. Failed calls have no usage and are left out, as metrics leave
-- them out. Images are counted by metrics alone. Bedrock Mantle (the OpenAI- and
-- Anthropic-compatible endpoint) has metrics of its own and no invocation logs: its calls are added to
-- those of bedrock-runtime. `from` and `to` are days.
log_days AS (
  SELECT day, account_id, region, model_key, tier, CAST(sum(calls) AS BIGINT) AS calls,
    CAST(sum(input_tokens) AS BIGINT) AS input, CAST(sum(output_tokens) AS BIGINT) AS output,
    CAST(sum(cache_read_tokens) AS BIGINT) AS cache_read,
    CAST(sum(cache_write_tokens) AS BIGINT) AS cache_write,
    CAST(sum(cache_write_5m_tokens) AS BIGINT) AS cache_write_5m,
    CAST(sum(cache_write_1h_tokens) AS BIGINT) AS cache_write_1h
  FROM invocation_days
  WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE) AND NOT failed
  GROUP BY day, account_id, region, model_key, tier
),
told_days AS (
  SELECT day, account_id, region, model_key, tier, endpoint, calls, input_tokens AS input,
    output_tokens AS output, cache_read_tokens AS cache_read, cache_write_tokens AS cache_write,
    images
  FROM metric_days
  WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE)
),
log_totals AS (
  SELECT day, account_id, region, model_key, CAST(sum(calls) AS BIGINT) AS calls,
    CAST(sum(input + output + cache_read + cache_write + cache_write_5m + cache_write_1h)
      AS BIGINT) AS tokens
  FROM log_days
  GROUP BY day, account_id, region, model_key
),
metric_totals AS (
  SELECT day, account_id, region, model_key, CAST(sum(calls) AS BIGINT) AS calls,
    CAST(sum(input + output + cache_read + cache_write) AS BIGINT) AS tokens
  FROM told_days
  WHERE endpoint = 'runtime'
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
    SELECT day, account_id, region, model_key, tier, 'invocation-logs' AS basis, calls, input,
      output, cache_read, cache_write, cache_write_5m, cache_write_1h
    FROM log_days
    UNION ALL
    SELECT day, account_id, region, model_key, tier, 'metrics', calls, input, output, cache_read,
      cache_write, 0, 0
    FROM told_days
    WHERE endpoint = 'runtime'
  ) h
  LEFT JOIN compared c ON c.day = h.day AND c.account_id = h.account_id
    AND c.region = h.region AND c.model_key = h.model_key
  WHERE c.basis IS NULL OR c.basis = h.basis
  UNION ALL
  SELECT day, account_id, region, model_key, 'standard', 'metrics', 0, 0, 0, 0, 0, 0, 0, images
  FROM told_days
  WHERE images > 0
  UNION ALL
  SELECT day, account_id, region, model_key, tier, 'metrics', calls, input, output, cache_read,
    cache_write, 0, 0, 0
  FROM told_days
  WHERE endpoint = 'mantle'
)
