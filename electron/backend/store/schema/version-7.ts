/**
 * Schema version 7: usage summed by UTC day, which days of which place have changed since, and the
 * roles whose path events tell. Everything stored before is marked as changed.
 */
export const VERSION_7: readonly string[] = [
  `CREATE TABLE invocation_day_rows (
    day DATE NOT NULL, account_id VARCHAR NOT NULL, region VARCHAR NOT NULL,
    inference_region VARCHAR, model_key VARCHAR NOT NULL, tier VARCHAR NOT NULL,
    performance_latency VARCHAR, principal_arn VARCHAR, guardrail_id VARCHAR,
    guardrail_version VARCHAR, failed BOOLEAN NOT NULL, long_context BOOLEAN NOT NULL,
    calls BIGINT NOT NULL, intervened_calls BIGINT NOT NULL, input_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL, cache_read_tokens BIGINT NOT NULL,
    cache_write_tokens BIGINT NOT NULL, cache_write_5m_tokens BIGINT NOT NULL,
    cache_write_1h_tokens BIGINT NOT NULL, output_images BIGINT NOT NULL,
    guardrail_topic_units BIGINT NOT NULL, guardrail_content_units BIGINT NOT NULL,
    guardrail_content_image_units BIGINT NOT NULL, guardrail_word_units BIGINT NOT NULL,
    guardrail_sensitive_units BIGINT NOT NULL, guardrail_sensitive_free_units BIGINT NOT NULL,
    guardrail_grounding_units BIGINT NOT NULL, guardrail_reasoning_units BIGINT NOT NULL,
    latency_calls BIGINT NOT NULL, latency_ms BIGINT NOT NULL,
    first_token_calls BIGINT NOT NULL, first_token_ms BIGINT NOT NULL)`,
  `CREATE TABLE metric_day_rows (
    day DATE NOT NULL, account_id VARCHAR NOT NULL, region VARCHAR NOT NULL,
    model_key VARCHAR NOT NULL, tier VARCHAR NOT NULL, endpoint VARCHAR NOT NULL, project VARCHAR,
    calls BIGINT NOT NULL, input_tokens BIGINT NOT NULL, output_tokens BIGINT NOT NULL,
    cache_read_tokens BIGINT NOT NULL, cache_write_tokens BIGINT NOT NULL, images BIGINT NOT NULL)`,
  `CREATE TABLE changed_day_rows (
    rollup VARCHAR NOT NULL, day DATE NOT NULL, account_id VARCHAR NOT NULL,
    region VARCHAR NOT NULL)`,
  `CREATE TABLE role_path_rows (principal_arn VARCHAR NOT NULL)`,
  `INSERT INTO changed_day_rows SELECT DISTINCT 'invocations', CAST(time AS DATE),
    coalesce(account_id, 'unknown'), coalesce(region, 'unknown')
    FROM invocation_rows WHERE time IS NOT NULL`,
  `INSERT INTO changed_day_rows SELECT DISTINCT 'metrics', CAST(period_start AS DATE), account_id,
    region FROM metric_point_rows
    WHERE namespace IN ('AWS/Bedrock', 'AWS/BedrockMantle') AND model_key <> ''`,
  `INSERT INTO role_path_rows SELECT DISTINCT principal_arn FROM event_rows
    WHERE principal_arn LIKE '%:role/%/%'`,
];
