-- params: from, to
-- Billable quantities per UTC day and principal. Only invocation logs know the principal of a token;
-- calls without a log are told by principal-activity. `calls` is the same on each unit of a group.
SELECT d.day, d.account_id, d.region, d.model_key, d.tier, d.principal_arn, u.unit,
  CASE u.unit
    WHEN 'input-tokens' THEN d.input
    WHEN 'output-tokens' THEN d.output
    WHEN 'cache-read-tokens' THEN d.cache_read
    WHEN 'cache-write-tokens' THEN d.cache_write
    WHEN 'cache-write-5m-tokens' THEN d.cache_write_5m
    ELSE d.cache_write_1h
  END AS quantity,
  d.calls
FROM (
  SELECT CAST(CAST(time AS DATE) AS VARCHAR) AS day, coalesce(account_id, 'unknown') AS account_id,
    coalesce(region, 'unknown') AS region, coalesce(model_key, 'unknown') AS model_key,
    CASE WHEN lower(service_tier) IN ('flex', 'priority', 'reserved') THEN lower(service_tier)
      ELSE 'standard' END AS tier,
    principal_arn, count(*) AS calls,
    CAST(sum(coalesce(input_tokens, 0)) AS BIGINT) AS input,
    CAST(sum(coalesce(output_tokens, 0)) AS BIGINT) AS output,
    CAST(sum(coalesce(cache_read_tokens, 0)) AS BIGINT) AS cache_read,
    CAST(sum(greatest(coalesce(cache_write_tokens, 0) - coalesce(cache_write_5m_tokens, 0)
      - coalesce(cache_write_1h_tokens, 0), 0)) AS BIGINT) AS cache_write,
    CAST(sum(coalesce(cache_write_5m_tokens, 0)) AS BIGINT) AS cache_write_5m,
    CAST(sum(coalesce(cache_write_1h_tokens, 0)) AS BIGINT) AS cache_write_1h
  FROM invocations
  WHERE time >= CAST(? AS TIMESTAMP) AND time < CAST(? AS TIMESTAMP) AND error_code IS NULL
  GROUP BY CAST(CAST(time AS DATE) AS VARCHAR), coalesce(account_id, 'unknown'),
    coalesce(region, 'unknown'), coalesce(model_key, 'unknown'),
    CASE WHEN lower(service_tier) IN ('flex', 'priority', 'reserved') THEN lower(service_tier)
      ELSE 'standard' END,
    principal_arn
) d
CROSS JOIN (VALUES ('input-tokens'), ('output-tokens'), ('cache-read-tokens'),
  ('cache-write-tokens'), ('cache-write-5m-tokens'), ('cache-write-1h-tokens')) AS u (unit)
WHERE CASE u.unit
    WHEN 'input-tokens' THEN d.input
    WHEN 'output-tokens' THEN d.output
    WHEN 'cache-read-tokens' THEN d.cache_read
    WHEN 'cache-write-tokens' THEN d.cache_write
    WHEN 'cache-write-5m-tokens' THEN d.cache_write_5m
    ELSE d.cache_write_1h
  END > 0
ORDER BY d.day, d.account_id, d.region, d.model_key, d.tier, d.principal_arn, u.unit
