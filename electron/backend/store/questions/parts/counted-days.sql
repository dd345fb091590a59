-- params: from, to, from, to
-- Which source counts each UTC day of a place and model, so that nothing is counted twice. Invocation
-- logs and CloudWatch metrics see the same calls, but stamp them at different moments: a call may
-- stand in one hour by its log and in the next by its metric. So one basis is taken for a whole day
-- of an account, Region and model key: logs, unless metrics counted more than 2 % more tokens (input,
-- output, cache reads and writes), or calls where neither has tokens; then logs are late, partial or
-- off, and metrics are taken alone. They are never added to each other. Failed calls have no usage
-- and are left out, as metrics leave them out. `from` and `to` are days.
log_totals AS (
  SELECT day, account_id, region, model_key, CAST(sum(calls) AS BIGINT) AS calls,
    CAST(sum(input_tokens + output_tokens + cache_read_tokens + cache_write_tokens
      + cache_write_5m_tokens + cache_write_1h_tokens) AS BIGINT) AS tokens
  FROM invocation_days
  WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE) AND NOT failed
  GROUP BY day, account_id, region, model_key
),
told_days AS (
  SELECT day, account_id, region, model_key, tier, endpoint, calls, input_tokens AS input,
    output_tokens AS output, cache_read_tokens AS cache_read, cache_write_tokens AS cache_write,
    images
  FROM metric_days
  WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE)
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
)
