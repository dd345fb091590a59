-- params: from, to
-- Cache use of logged calls by minute, account, Region, model, tier, principal and context.
SELECT date_trunc('minute', l.time) AS minute, l.account_id, l.region, l.model_key, l.tier,
  l.performance_latency, coalesce(p.principal_arn, l.principal_arn) AS principal_arn,
  l.long_context,
  CAST(sum(l.cache_read_tokens) AS BIGINT) AS cache_read_tokens,
  CAST(sum(l.cache_write_tokens) AS BIGINT) AS cache_write_tokens,
  CAST(sum(l.cache_write_5m_tokens) AS BIGINT) AS cache_write_5m_tokens,
  CAST(sum(l.cache_write_1h_tokens) AS BIGINT) AS cache_write_1h_tokens
FROM logged_calls l
LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn
WHERE l.time >= CAST(? AS TIMESTAMP) AND l.time < CAST(? AS TIMESTAMP) AND NOT l.failed
  AND l.cache_read_tokens + l.cache_write_tokens + l.cache_write_5m_tokens
    + l.cache_write_1h_tokens > 0
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
