-- params: from, to
-- Logged calls by day, of the days that logs count.
logged_cells AS (
  SELECT l.day, CAST(l.day AS TIMESTAMP) AS hour, l.account_id, l.region, l.inference_region,
    l.model_key, l.tier, l.performance_latency, coalesce(
      k.alike_arn, -- if alike
      p.principal_arn, -- if principal, principals, callers, places
      l.principal_arn, NULL) AS principal_arn,
    CAST(NULL AS VARCHAR) AS session_name, CAST(NULL AS VARCHAR) AS source_identity, CAST(NULL AS VARCHAR) AS metadata_value, l.guardrail_id,
    l.guardrail_version, CAST(NULL AS VARCHAR) AS project, l.failed, l.long_context,
    'invocation-logs' AS basis, l.calls, l.intervened_calls, l.input_tokens, l.output_tokens,
    l.cache_read_tokens, l.cache_write_tokens, l.cache_write_5m_tokens, l.cache_write_1h_tokens,
    l.output_images, l.guardrail_topic_units, l.guardrail_content_units,
    l.guardrail_content_image_units, l.guardrail_word_units, l.guardrail_sensitive_units,
    l.guardrail_sensitive_free_units, l.guardrail_grounding_units, l.guardrail_reasoning_units,
    l.latency_calls, l.latency_ms, l.first_token_calls, l.first_token_ms, 0 AS images
  FROM invocation_days l
  LEFT JOIN metered_days m ON m.day = l.day AND m.account_id = l.account_id
    AND m.region = l.region AND m.model_key = l.model_key
  LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn -- if principal, principals, callers, places
  LEFT JOIN alike_callers k ON k.account_id = l.account_id AND k.model_key = l.model_key -- if alike
    AND k.principal_arn = coalesce(p.principal_arn, l.principal_arn) -- if alike
  WHERE l.day >= CAST(? AS DATE) AND l.day < CAST(? AS DATE)
    AND m.day IS NULL
)
