-- Successful calls and billable quantities per UTC day, model, tier and principal; days that only
-- metrics counted have no principal.
SELECT CAST(day AS VARCHAR) AS day, account_id, region, model_key, tier, principal_arn, basis, calls,
  input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_5m_tokens,
  cache_write_1h_tokens, images, long_context
FROM (
  SELECT day, account_id, region, model_key, tier, principal_arn, basis, long_context,
    CAST(sum(calls) AS BIGINT) AS calls, CAST(sum(input) AS BIGINT) AS input_tokens,
    CAST(sum(output) AS BIGINT) AS output_tokens,
    CAST(sum(cache_read) AS BIGINT) AS cache_read_tokens,
    CAST(sum(cache_write) AS BIGINT) AS cache_write_tokens,
    CAST(sum(cache_write_5m) AS BIGINT) AS cache_write_5m_tokens,
    CAST(sum(cache_write_1h) AS BIGINT) AS cache_write_1h_tokens,
    CAST(sum(images) AS BIGINT) AS images
  FROM principal_days
  GROUP BY day, account_id, region, model_key, tier, principal_arn, basis, long_context
) d
ORDER BY d.day, account_id, region, model_key, tier, principal_arn, basis, long_context
