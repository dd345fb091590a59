-- params: metadataKey, from, to
-- Logged calls one by one, whatever counts their day; `metadataKey` names the request metadata to tell.
cells AS (
  SELECT l.request_id, l.time, l.account_id, l.region, l.inference_region, l.model_key, l.tier,
    coalesce(p.principal_arn, l.principal_arn) AS principal_arn, l.session_name,
    i.source_identity,
    json_extract_scalar(l.request_metadata, '$."' || CAST(? AS VARCHAR) || '"')
      AS metadata_value,
    l.guardrail_id, CAST(NULL AS VARCHAR) AS project, l.failed, l.long_context, l.latency_ms,
    l.input_tokens + l.output_tokens + l.cache_read_tokens + l.cache_write_tokens
      + l.cache_write_5m_tokens + l.cache_write_1h_tokens AS tokens
  FROM logged_calls l
  LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn
  LEFT JOIN source_identities i ON i.request_id = l.request_id
  WHERE l.time >= CAST(? AS TIMESTAMP) AND l.time < CAST(? AS TIMESTAMP)
)
