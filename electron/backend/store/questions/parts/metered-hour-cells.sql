-- params: from, to
-- What metrics count, by hour: the days that logs do not count, all images, and Bedrock Mantle.
metered_cells AS (
  SELECT t.day, t.hour, t.account_id, t.region, CAST(NULL AS VARCHAR) AS inference_region,
    t.model_key, t.tier, CAST(NULL AS VARCHAR) AS performance_latency,
    CAST(NULL AS VARCHAR) AS principal_arn, CAST(NULL AS VARCHAR) AS session_name, CAST(NULL AS VARCHAR) AS source_identity,
    CAST(NULL AS VARCHAR) AS metadata_value, CAST(NULL AS VARCHAR) AS guardrail_id,
    CAST(NULL AS VARCHAR) AS guardrail_version, t.project, false AS failed,
    CAST(NULL AS BOOLEAN) AS long_context, 'metrics' AS basis, t.calls * t.counted AS calls,
    0 AS intervened_calls, t.input_tokens * t.counted AS input_tokens,
    t.output_tokens * t.counted AS output_tokens,
    t.cache_read_tokens * t.counted AS cache_read_tokens,
    t.cache_write_tokens * t.counted AS cache_write_tokens, 0 AS cache_write_5m_tokens,
    0 AS cache_write_1h_tokens, 0 AS output_images, 0 AS guardrail_topic_units,
    0 AS guardrail_content_units, 0 AS guardrail_content_image_units, 0 AS guardrail_word_units,
    0 AS guardrail_sensitive_units, 0 AS guardrail_sensitive_free_units,
    0 AS guardrail_grounding_units, 0 AS guardrail_reasoning_units, 0 AS latency_calls,
    0 AS latency_ms, 0 AS first_token_calls, 0 AS first_token_ms, t.images
  FROM (
    SELECT CAST(m.hour AS DATE) AS day, m.hour, m.account_id, m.region, m.model_key, m.tier,
      m.project, m.calls, m.input_tokens, m.output_tokens, m.cache_read_tokens, m.cache_write_tokens, m.images,
      CASE WHEN m.endpoint = 'runtime' AND c.basis = 'invocation-logs' THEN 0 ELSE 1 END AS counted
    FROM metric_hours m
    LEFT JOIN compared c ON c.day = CAST(m.hour AS DATE) AND c.account_id = m.account_id
      AND c.region = m.region AND c.model_key = m.model_key
    WHERE m.hour >= CAST(? AS TIMESTAMP) AND m.hour < CAST(? AS TIMESTAMP)
  ) t
  WHERE t.counted = 1 OR t.images > 0
)
