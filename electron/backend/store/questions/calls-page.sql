-- params: failed, failed, sort, sort, sort, offset, limit, sort, sort, sort
-- One page of logged calls, newest first unless `sort` says otherwise. What a page shows is read for
-- its calls alone.
SELECT i.request_id, i.time, i.account_id, i.region, i.inference_region, i.operation, i.model_id,
  i.model_key, c.tier, i.performance_latency, c.principal_arn, i.session_name, i.input_tokens,
  i.output_tokens, i.cache_read_tokens, i.cache_write_tokens, i.cache_write_5m_tokens,
  i.cache_write_1h_tokens, i.output_images, c.long_context, i.latency_ms,
  i.time_to_first_token_ms, i.guardrail_id, i.guardrail_version, i.guardrail_intervened,
  i.stop_reason, i.error_code, i.request_metadata
FROM (
  SELECT request_id, time, tier, principal_arn, long_context, tokens, latency_ms
  FROM chosen_cells
  WHERE CAST(? AS BOOLEAN) IS NULL OR CAST(? AS BOOLEAN) = failed
  ORDER BY CASE CAST(? AS VARCHAR) WHEN 'tokens-desc' THEN tokens
      WHEN 'latency-desc' THEN latency_ms END DESC NULLS LAST,
    CASE WHEN CAST(? AS VARCHAR) = 'time-asc' THEN time END ASC NULLS LAST,
    CASE WHEN coalesce(CAST(? AS VARCHAR), '') <> 'time-asc' THEN time END DESC NULLS LAST,
    request_id
  OFFSET ? LIMIT ?
) c
JOIN invocations i ON i.request_id = c.request_id AND i.time = c.time
ORDER BY CASE CAST(? AS VARCHAR) WHEN 'tokens-desc' THEN c.tokens
    WHEN 'latency-desc' THEN c.latency_ms END DESC NULLS LAST,
  CASE WHEN CAST(? AS VARCHAR) = 'time-asc' THEN c.time END ASC NULLS LAST,
  CASE WHEN coalesce(CAST(? AS VARCHAR), '') <> 'time-asc' THEN c.time END DESC NULLS LAST,
  c.request_id
