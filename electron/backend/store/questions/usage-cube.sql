-- params: granularity, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions, dimensions
-- What was used by any of the dimensions that `dimensions` lists; the others are NULL. `start` is the
-- hour, the day, or the first day of the month's piece. Failed calls are told only by the dimension
-- of that name.
SELECT start, account_id, region, inference_region, model_key, tier,
  performance_latency, principal_arn, session_name, source_identity, metadata_value, guardrail_id,
  guardrail_version, project, long_context, failed, basis,
  CAST(sum(calls) AS BIGINT) AS calls,
  CAST(sum(intervened_calls) AS BIGINT) AS intervened_calls,
  CAST(sum(input_tokens) AS BIGINT) AS input_tokens,
  CAST(sum(output_tokens) AS BIGINT) AS output_tokens,
  CAST(sum(cache_read_tokens) AS BIGINT) AS cache_read_tokens,
  CAST(sum(cache_write_tokens) AS BIGINT) AS cache_write_tokens,
  CAST(sum(cache_write_5m_tokens) AS BIGINT) AS cache_write_5m_tokens,
  CAST(sum(cache_write_1h_tokens) AS BIGINT) AS cache_write_1h_tokens,
  CAST(sum(output_images) AS BIGINT) AS output_images,
  CAST(sum(guardrail_topic_units) AS BIGINT) AS guardrail_topic_units,
  CAST(sum(guardrail_content_units) AS BIGINT) AS guardrail_content_units,
  CAST(sum(guardrail_content_image_units) AS BIGINT) AS guardrail_content_image_units,
  CAST(sum(guardrail_word_units) AS BIGINT) AS guardrail_word_units,
  CAST(sum(guardrail_sensitive_units) AS BIGINT) AS guardrail_sensitive_units,
  CAST(sum(guardrail_sensitive_free_units) AS BIGINT) AS guardrail_sensitive_free_units,
  CAST(sum(guardrail_grounding_units) AS BIGINT) AS guardrail_grounding_units,
  CAST(sum(guardrail_reasoning_units) AS BIGINT) AS guardrail_reasoning_units,
  CAST(sum(latency_calls) AS BIGINT) AS latency_calls,
  CAST(sum(latency_ms) AS BIGINT) AS latency_ms,
  CAST(sum(first_token_calls) AS BIGINT) AS first_token_calls,
  CAST(sum(first_token_ms) AS BIGINT) AS first_token_ms,
  CAST(sum(images) AS BIGINT) AS images
FROM (
  SELECT CASE CAST(? AS VARCHAR) WHEN 'month' THEN CAST(m.start AS TIMESTAMP)
      WHEN 'day' THEN CAST(c.day AS TIMESTAMP) ELSE c.hour END AS start,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'account')
      THEN c.account_id END AS account_id,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'region')
      THEN c.region END AS region,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'inference-region')
      THEN c.inference_region END AS inference_region,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'model')
      THEN c.model_key END AS model_key,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'tier')
      THEN c.tier END AS tier,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'latency')
      THEN c.performance_latency END AS performance_latency,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'principal')
      THEN c.principal_arn END AS principal_arn,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'session')
      THEN c.session_name END AS session_name,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'session')
      THEN c.source_identity END AS source_identity,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'metadata')
      THEN c.metadata_value END AS metadata_value,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'guardrail')
      THEN c.guardrail_id END AS guardrail_id,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'guardrail')
      THEN c.guardrail_version END AS guardrail_version,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'project')
      THEN c.project END AS project,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'long-context')
      THEN c.long_context END AS long_context,
    CASE WHEN contains(split(CAST(? AS VARCHAR), chr(31)), 'failed')
      THEN c.failed END AS failed,
    c.basis,
    c.calls, c.intervened_calls, c.input_tokens, c.output_tokens, c.cache_read_tokens,
      c.cache_write_tokens, c.cache_write_5m_tokens, c.cache_write_1h_tokens, c.output_images,
      c.guardrail_topic_units, c.guardrail_content_units, c.guardrail_content_image_units,
      c.guardrail_word_units, c.guardrail_sensitive_units, c.guardrail_sensitive_free_units,
      c.guardrail_grounding_units, c.guardrail_reasoning_units, c.latency_calls, c.latency_ms,
      c.first_token_calls, c.first_token_ms, c.images
  FROM chosen_cells c
  LEFT JOIN month_starts m ON m.day = c.day
  WHERE NOT c.failed OR contains(split(CAST(? AS VARCHAR), chr(31)), 'failed')
) pieces
GROUP BY start, account_id, region, inference_region, model_key, tier, performance_latency, principal_arn, session_name, source_identity, metadata_value, guardrail_id, guardrail_version, project, long_context, failed, basis
ORDER BY start, account_id, region, inference_region, model_key, tier, performance_latency, principal_arn, session_name, source_identity, metadata_value, guardrail_id, guardrail_version, project, long_context, failed, basis
