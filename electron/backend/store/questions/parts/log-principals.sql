-- params: from, to
-- What invocation logs tell of each principal and UTC day.
log_principals AS (
  SELECT day, coalesce(account_id, 'unknown') AS account_id,
    coalesce(region, 'unknown') AS region, coalesce(model_key, 'unknown') AS model_key,
    CASE WHEN lower(service_tier) IN ('flex', 'priority', 'reserved') THEN lower(service_tier)
      ELSE 'standard' END AS tier,
    principal_arn, calls, input, output, cache_read, cache_write, cache_write_5m, cache_write_1h
  FROM (
    SELECT CAST(time AS DATE) AS day, account_id, region, model_key, service_tier,
      principal_arn, count(*) AS calls, CAST(sum(coalesce(input_tokens, 0)) AS BIGINT) AS input,
      CAST(sum(coalesce(output_tokens, 0)) AS BIGINT) AS output,
      CAST(sum(coalesce(cache_read_tokens, 0)) AS BIGINT) AS cache_read,
      CAST(sum(greatest(coalesce(cache_write_tokens, 0) - coalesce(cache_write_5m_tokens, 0)
        - coalesce(cache_write_1h_tokens, 0), 0)) AS BIGINT) AS cache_write,
      CAST(sum(coalesce(cache_write_5m_tokens, 0)) AS BIGINT) AS cache_write_5m,
      CAST(sum(coalesce(cache_write_1h_tokens, 0)) AS BIGINT) AS cache_write_1h
    FROM invocations
    WHERE time >= CAST(? AS TIMESTAMP) AND time < CAST(? AS TIMESTAMP) AND error_code IS NULL
    GROUP BY CAST(time AS DATE), account_id, region, model_key, service_tier, principal_arn
  ) stored
)
