-- params: meteredByDay
-- What was used, by the dimensions that are asked for. `start` is the hour, the day, or the first day of
-- the month's piece (what metrics count may stay by day). Failed calls are told only by the dimension of that name. A line that ends in
-- `-- if` stays where one of these names is asked for; named lines stand again where they are named
-- (see asked-lines.ts).
SELECT start,
  -- dimensions:
  account_id, -- if account
  region, -- if region
  inference_region, -- if inference-region
  model_key, -- if model
  tier, -- if tier
  performance_latency, -- if latency
  principal_arn, -- if principal
  session_name, -- if session
  source_identity, -- if session
  metadata_value, -- if metadata
  guardrail_id, -- if guardrail
  guardrail_version, -- if guardrail
  project, -- if project
  long_context, -- if long-context
  failed, -- if failed
  -- end
  basis,
  CAST(sum(calls) AS BIGINT) AS calls,
  CAST(sum(input_tokens) AS BIGINT) AS input_tokens,
  CAST(sum(output_tokens) AS BIGINT) AS output_tokens,
  CAST(sum(cache_read_tokens) AS BIGINT) AS cache_read_tokens,
  CAST(sum(cache_write_tokens) AS BIGINT) AS cache_write_tokens,
  CAST(sum(cache_write_5m_tokens) AS BIGINT) AS cache_write_5m_tokens,
  CAST(sum(cache_write_1h_tokens) AS BIGINT) AS cache_write_1h_tokens,
  CAST(sum(intervened_calls) AS BIGINT) AS intervened_calls, -- if figures
  CAST(sum(output_images) AS BIGINT) AS output_images, -- if figures
  CAST(sum(guardrail_topic_units) AS BIGINT) AS guardrail_topic_units, -- if figures
  CAST(sum(guardrail_content_units) AS BIGINT) AS guardrail_content_units, -- if figures
  CAST(sum(guardrail_content_image_units) AS BIGINT) AS guardrail_content_image_units, -- if figures
  CAST(sum(guardrail_word_units) AS BIGINT) AS guardrail_word_units, -- if figures
  CAST(sum(guardrail_sensitive_units) AS BIGINT) AS guardrail_sensitive_units, -- if figures
  CAST(sum(guardrail_sensitive_free_units) AS BIGINT) AS guardrail_sensitive_free_units, -- if figures
  CAST(sum(guardrail_grounding_units) AS BIGINT) AS guardrail_grounding_units, -- if figures
  CAST(sum(guardrail_reasoning_units) AS BIGINT) AS guardrail_reasoning_units, -- if figures
  CAST(sum(latency_calls) AS BIGINT) AS latency_calls, -- if figures
  CAST(sum(latency_ms) AS BIGINT) AS latency_ms, -- if figures
  CAST(sum(first_token_calls) AS BIGINT) AS first_token_calls, -- if figures
  CAST(sum(first_token_ms) AS BIGINT) AS first_token_ms, -- if figures
  CAST(sum(images) AS BIGINT) AS images
FROM (
  SELECT
    CAST(CASE WHEN c.basis = 'metrics' AND coalesce(CAST(? AS BOOLEAN), false) THEN c.day -- if month
      ELSE m.start END AS TIMESTAMP) AS start, -- if month
    CAST(c.day AS TIMESTAMP) AS start, -- if day
    c.hour AS start, -- if hour
    -- the dimensions
    c.basis, c.calls, c.input_tokens, c.output_tokens, c.cache_read_tokens, c.cache_write_tokens,
    c.cache_write_5m_tokens, c.cache_write_1h_tokens,
    c.intervened_calls, c.output_images, c.guardrail_topic_units, c.guardrail_content_units, -- if figures
    c.guardrail_content_image_units, c.guardrail_word_units, c.guardrail_sensitive_units, -- if figures
    c.guardrail_sensitive_free_units, c.guardrail_grounding_units, c.guardrail_reasoning_units, -- if figures
    c.latency_calls, c.latency_ms, c.first_token_calls, c.first_token_ms, -- if figures
    c.images
  FROM chosen_cells c
  LEFT JOIN month_starts m ON m.day = c.day -- if month
  WHERE (NOT c.failed
    OR c.failed -- if failed
    )
) pieces
GROUP BY start,
  -- the dimensions
  basis
ORDER BY start,
  -- the dimensions
  basis
