-- params: from, to
-- What invocation logs tell of each principal and UTC day. `from` and `to` are days.
log_principals AS (
  SELECT day, account_id, region, model_key, tier, principal_arn, long_context,
    CAST(sum(calls) AS BIGINT) AS calls, CAST(sum(input_tokens) AS BIGINT) AS input,
    CAST(sum(output_tokens) AS BIGINT) AS output,
    CAST(sum(cache_read_tokens) AS BIGINT) AS cache_read,
    CAST(sum(cache_write_tokens) AS BIGINT) AS cache_write,
    CAST(sum(cache_write_5m_tokens) AS BIGINT) AS cache_write_5m,
    CAST(sum(cache_write_1h_tokens) AS BIGINT) AS cache_write_1h
  FROM invocation_days
  WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE) AND NOT failed
  GROUP BY day, account_id, region, model_key, tier, principal_arn, long_context
)
