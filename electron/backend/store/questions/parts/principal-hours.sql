-- params: from, to
-- The chosen hours by principal: invocation logs know it, metrics do not. Adds up to usage_hours.
log_principals AS (
  SELECT hour, coalesce(account_id, 'unknown') AS account_id,
    coalesce(region, 'unknown') AS region, coalesce(model_key, 'unknown') AS model_key,
    CASE WHEN lower(service_tier) IN ('flex', 'priority', 'reserved') THEN lower(service_tier)
      ELSE 'standard' END AS tier,
    principal_arn, calls, input, output, cache_read, cache_write, cache_write_5m, cache_write_1h
  FROM (
    SELECT date_trunc('hour', time) AS hour, account_id, region, model_key, service_tier,
      principal_arn, count(*) AS calls, CAST(sum(coalesce(input_tokens, 0)) AS BIGINT) AS input,
      CAST(sum(coalesce(output_tokens, 0)) AS BIGINT) AS output,
      CAST(sum(coalesce(cache_read_tokens, 0)) AS BIGINT) AS cache_read,
      CAST(sum(greatest(coalesce(cache_write_tokens, 0) - coalesce(cache_write_5m_tokens, 0)
        - coalesce(cache_write_1h_tokens, 0), 0)) AS BIGINT) AS cache_write,
      CAST(sum(coalesce(cache_write_5m_tokens, 0)) AS BIGINT) AS cache_write_5m,
      CAST(sum(coalesce(cache_write_1h_tokens, 0)) AS BIGINT) AS cache_write_1h
    FROM invocations
    WHERE time >= CAST(? AS TIMESTAMP) AND time < CAST(? AS TIMESTAMP) AND error_code IS NULL
    GROUP BY date_trunc('hour', time), account_id, region, model_key, service_tier, principal_arn
  ) stored
),
principal_hours AS (
  SELECT l.hour, l.account_id, l.region, l.model_key, l.tier,
    coalesce(p.principal_arn, l.principal_arn) AS principal_arn,
    'invocation-logs' AS basis, l.calls, l.input, l.output, l.cache_read, l.cache_write,
    l.cache_write_5m, l.cache_write_1h
  FROM log_principals l
  LEFT JOIN compared c ON c.hour = l.hour AND c.account_id = l.account_id
    AND c.region = l.region AND c.model_key = l.model_key
  LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn
  WHERE c.basis IS NULL OR c.basis = 'invocation-logs'
  UNION ALL
  SELECT hour, account_id, region, model_key, tier, CAST(NULL AS VARCHAR), basis, calls, input,
    output, cache_read, cache_write, cache_write_5m, cache_write_1h
  FROM usage_hours
  WHERE basis = 'metrics'
)
