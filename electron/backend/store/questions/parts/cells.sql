-- All that was used, counted once, in pieces that add up to it.
cells AS (
  SELECT day, hour, account_id, region, inference_region, model_key, tier, performance_latency,
    principal_arn, session_name, source_identity, metadata_value, guardrail_id, guardrail_version,
    project, failed, long_context, basis, calls, intervened_calls, input_tokens, output_tokens, cache_read_tokens,
    cache_write_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_images,
    guardrail_topic_units, guardrail_content_units, guardrail_content_image_units,
    guardrail_word_units, guardrail_sensitive_units, guardrail_sensitive_free_units,
    guardrail_grounding_units, guardrail_reasoning_units, latency_calls, latency_ms,
    first_token_calls, first_token_ms, images
  FROM logged_cells
  UNION ALL
  SELECT day, hour, account_id, region, inference_region, model_key, tier, performance_latency,
    principal_arn, session_name, source_identity, metadata_value, guardrail_id, guardrail_version,
    project, failed, long_context, basis, calls, intervened_calls, input_tokens, output_tokens, cache_read_tokens,
    cache_write_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_images,
    guardrail_topic_units, guardrail_content_units, guardrail_content_image_units,
    guardrail_word_units, guardrail_sensitive_units, guardrail_sensitive_free_units,
    guardrail_grounding_units, guardrail_reasoning_units, latency_calls, latency_ms,
    first_token_calls, first_token_ms, images
  FROM metered_cells
)
