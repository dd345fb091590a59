const EVENT_COLUMNS: Readonly<Record<string, string>> = {
  error_message: 'VARCHAR',
  invoked_by: 'VARCHAR',
  on_behalf_of: 'VARCHAR',
  mfa: 'BOOLEAN',
  console_session: 'BOOLEAN',
  tls_version: 'VARCHAR',
  tls_host: 'VARCHAR',
  resource_arns: 'VARCHAR',
  guardrail_id: 'VARCHAR',
  guardrail_version: 'VARCHAR',
  agent_id: 'VARCHAR',
  agent_alias_id: 'VARCHAR',
  knowledge_base_id: 'VARCHAR',
  data_source_id: 'VARCHAR',
  flow_id: 'VARCHAR',
  prompt_id: 'VARCHAR',
  target_arn: 'VARCHAR',
  user_name: 'VARCHAR',
  service_name: 'VARCHAR',
  credential_age_days: 'INTEGER',
  policy_arn: 'VARCHAR',
  policy_id: 'VARCHAR',
  bucket_name: 'VARCHAR',
  target_name: 'VARCHAR',
  product_id: 'VARCHAR',
  model_units: 'INTEGER',
  commitment: 'VARCHAR',
  bearer_token_type: 'VARCHAR',
  service_tier: 'VARCHAR',
  response_action: 'VARCHAR',
  response_status: 'INTEGER',
  response_state: 'VARCHAR',
};

const INVOCATION_COLUMNS: Readonly<Record<string, string>> = {
  guardrail_topic_units: 'BIGINT',
  guardrail_content_units: 'BIGINT',
  guardrail_content_image_units: 'BIGINT',
  guardrail_word_units: 'BIGINT',
  guardrail_sensitive_units: 'BIGINT',
  guardrail_sensitive_free_units: 'BIGINT',
  guardrail_grounding_units: 'BIGINT',
  guardrail_reasoning_units: 'BIGINT',
  guardrail_latency_ms: 'BIGINT',
  performance_latency: 'VARCHAR',
  output_images: 'BIGINT',
  input_body_s3: 'VARCHAR',
  output_body_s3: 'VARCHAR',
  output_body_read: 'BOOLEAN',
};

/** Names of the columns that schema version 3 gave the events, in their order. */
export const EVENT_COLUMNS_3: readonly string[] = Object.keys(EVENT_COLUMNS);

/** Names of the columns that schema version 3 gave the invocations, in their order. */
export const INVOCATION_COLUMNS_3: readonly string[] = Object.keys(INVOCATION_COLUMNS);

/**
 * Schema version 3: what an event was about and how it came about, what guardrails cost in text
 * units, and where bodies lie that did not fit into an invocation's record. Rows of earlier versions
 * have NULL there until their files are read again.
 */
export const VERSION_3: readonly string[] = [
  ...added('event_rows', EVENT_COLUMNS),
  ...added('invocation_rows', INVOCATION_COLUMNS),
];

function added(table: string, columns: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(columns).map(
    ([name, type]) => `ALTER TABLE ${table} ADD COLUMN ${name} ${type}`,
  );
}
