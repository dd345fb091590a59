-- params: from, to
-- What was used, per UTC day, by the source that counts it. Images are counted by metrics alone. Bedrock
-- Mantle (the OpenAI- and Anthropic-compatible endpoint) has metrics of its own and no invocation
-- logs: its calls are added to those of bedrock-runtime.
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
