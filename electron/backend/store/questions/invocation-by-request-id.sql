-- params: requestId
-- The invocation log record of a request, as the invocations view has it.
SELECT request_id, time, account_id, region, inference_region, operation, model_id, principal_arn,
  input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_5m_tokens,
  cache_write_1h_tokens, latency_ms, time_to_first_token_ms, guardrail_id, guardrail_version,
  guardrail_intervened, stop_reason, service_tier, error_code, request_metadata
FROM invocations
WHERE request_id = CAST(? AS VARCHAR)
