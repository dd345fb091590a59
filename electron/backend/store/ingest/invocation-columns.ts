import { modelKeySql, partsSql, principalSql, sessionSql, timeSql } from './event-columns.ts';

/** The fields of a model invocation log record that are read, as `read_json` columns. */
export const INVOCATION_RECORD = `{
  schemaType: 'VARCHAR', timestamp: 'VARCHAR', accountId: 'VARCHAR', region: 'VARCHAR',
  requestId: 'VARCHAR', operation: 'VARCHAR', modelId: 'VARCHAR', inferenceRegion: 'VARCHAR',
  errorCode: 'VARCHAR', requestMetadata: 'JSON', serviceTier: 'VARCHAR',
  identity: 'STRUCT(arn VARCHAR)',
  input: 'STRUCT(inputTokenCount BIGINT, cacheReadInputTokenCount BIGINT,
    cacheWriteInputTokenCount BIGINT, inputBodyS3Path VARCHAR, inputBodyJson STRUCT(
      guardrailConfig STRUCT(guardrailIdentifier VARCHAR, guardrailVersion VARCHAR),
      performanceConfig STRUCT(latency VARCHAR), serviceTier STRUCT(type VARCHAR),
      service_tier VARCHAR, imageGenerationConfig STRUCT(numberOfImages VARCHAR)))',
  output: 'STRUCT(outputTokenCount BIGINT, outputBodyS3Path VARCHAR, outputBodyJson JSON)' }`;

/** Paths read from an answer body in one pass, by the name they have below. */
const BODY_PATHS = {
  stopReason: '$.stopReason',
  stop_reason: '$.stop_reason',
  finishReason: '$.choices[0].finish_reason',
  latency: '$.metrics.latencyMs',
  usage: '$.usage',
  tier: '$.serviceTier.type',
  action: '$."amazon-bedrock-guardrailAction"',
  trace: '$.trace.guardrail',
  vendorTrace: '$."amazon-bedrock-trace".guardrail',
  metrics: '$."amazon-bedrock-invocationMetrics"',
  vendorTier: '$.service_tier',
  performance: '$.performanceConfig.latency',
  images: '$.images',
  artifacts: '$.artifacts',
  llamaInput: '$.prompt_token_count',
  llamaOutput: '$.generation_token_count',
  titanInput: '$.inputTextTokenCount',
} as const;

const USAGE_PATHS = {
  input: '$.inputTokens',
  output: '$.outputTokens',
  cacheRead: '$.cacheReadInputTokens',
  cacheWrite: '$.cacheWriteInputTokens',
  details: '$.cacheDetails',
  vendorInput: '$.input_tokens',
  vendorOutput: '$.output_tokens',
  vendorCacheRead: '$.cache_read_input_tokens',
  vendorCacheWrite: '$.cache_creation_input_tokens',
  vendor5m: '$.cache_creation.ephemeral_5m_input_tokens',
  vendor1h: '$.cache_creation.ephemeral_1h_input_tokens',
  chatInput: '$.prompt_tokens',
  chatOutput: '$.completion_tokens',
} as const;

const METRICS_PATHS = {
  input: '$.inputTokenCount',
  output: '$.outputTokenCount',
  cacheRead: '$.cacheReadInputTokenCount',
  cacheWrite: '$.cacheWriteInputTokenCount',
  latency: '$.invocationLatency',
  firstByte: '$.firstByteLatency',
} as const;

/** The text units of each guardrail policy by the column they go to, as a trace's usage names them. */
const UNIT_KEYS = [
  'topicPolicyUnits',
  'contentPolicyUnits',
  'contentPolicyImageUnits',
  'wordPolicyUnits',
  'sensitiveInformationPolicyUnits',
  'sensitiveInformationPolicyFreeUnits',
  'contextualGroundingPolicyUnits',
  'automatedReasoningPolicyUnits',
  'guardrailProcessingLatency',
] as const;

type Paths = Readonly<Record<string, string>>;

function extract(json: string, paths: Paths): string {
  const list = Object.values(paths).map((path) => `'${path}'`);
  return `json_extract_string(${json}, [${list.join(', ')}])`;
}

function at<P extends Paths>(list: string, paths: P, name: keyof P & string): string {
  return `${list}[${Object.keys(paths).indexOf(name) + 1}]`;
}

function count(text: string): string {
  return `TRY_CAST(${text} AS BIGINT)`;
}

/**
 * A streamed answer is an array of the vendor's events (it may end with the text `[DONE]`); the
 * values that an object body has at its top lie in different events. This merges them; the output
 * tokens of the first event are provisional and never taken.
 */
const MERGED_EVENTS = `json_object(
  'stop_reason', coalesce(list_last(json_extract(body, '$[*].delta.stop_reason')),
    list_last(json_extract(body, '$[*].choices[0].finish_reason'))),
  'usage', json_merge_patch(
    json_merge_patch(coalesce(list_first(json_extract(body, '$[*].message.usage')), '{}'),
      '{"output_tokens":null}'),
    coalesce(list_last(json_extract(body, '$[*].usage')), '{}')),
  'amazon-bedrock-guardrailAction',
    CASE WHEN contains(CAST(body AS VARCHAR), 'amazon-bedrock-guardrailAction') THEN
      list_max(json_extract_string(body, '$..amazon-bedrock-guardrailAction')
        .list_transform(a -> CASE WHEN a = 'INTERVENED' THEN 'INTERVENED' ELSE '' END)) END,
  'amazon-bedrock-trace', json_object('guardrail',
    CASE WHEN contains(CAST(body AS VARCHAR), 'amazon-bedrock-trace')
      THEN json_extract(body, '$..amazon-bedrock-trace') END),
  'amazon-bedrock-invocationMetrics',
    list_last(json_extract(body, '$[*]."amazon-bedrock-invocationMetrics"')))`;

/** Seconds of life of a cache write, as `usage.cacheDetails` of Converse tells them. */
function cacheDetail(ttl: string): string {
  const details = `from_json(${at('u', USAGE_PATHS, 'details')},
    '[{"ttl":"VARCHAR","inputTokens":"BIGINT"}]')`;
  return `CASE WHEN ${at('u', USAGE_PATHS, 'details')} IS NOT NULL THEN coalesce(CAST(list_sum(
    list_transform(list_filter(${details}, d -> d.ttl = '${ttl}'), d -> d.inputTokens)) AS BIGINT),
    0) END`;
}

const USAGE = (name: keyof typeof USAGE_PATHS) => count(at('u', USAGE_PATHS, name));
const METRIC = (name: keyof typeof METRICS_PATHS) => count(at('m', METRICS_PATHS, name));
const BODY = (name: keyof typeof BODY_PATHS) => at('b', BODY_PATHS, name);

/**
 * The first guardrail that a trace names: input assessments before those of the output, in the
 * spelling of Converse or of InvokeModel. Text in quotes cannot look like a member: it is escaped.
 */
const GUARDRAIL_ID = `coalesce(
  NULLIF(regexp_extract(g, '"(input|inputAssessment)":\\{"([^"]+)"', 2), ''),
  NULLIF(regexp_extract(g, '"(outputs?|outputAssessments)":\\[?\\{"([^"]+)"', 2), ''),
  input_body.guardrailConfig.guardrailIdentifier)`;

/** A figure of all assessments of a trace added up; NULL where none tells it. */
function traced(key: string): string {
  return `CASE WHEN g IS NOT NULL THEN
    CAST(list_sum(CAST(json_extract(g, '$..${key}') AS BIGINT[])) AS BIGINT) END`;
}

/**
 * Images that a model made: counted in its answer, or as many as were asked for where the answer
 * lies elsewhere. Embeddings answer with facts about the images they were given, which do not count.
 */
const IMAGES = `CASE WHEN contains(modelId, 'embed') OR errorCode IS NOT NULL THEN NULL ELSE coalesce(
  CAST(json_array_length(coalesce(${at('b', BODY_PATHS, 'images')},
    ${at('b', BODY_PATHS, 'artifacts')})) AS BIGINT),
  TRY_CAST(input_body.imageGenerationConfig.numberOfImages AS BIGINT)) END`;

const INTERVENED = `CASE
  WHEN ${BODY('stopReason')} = 'guardrail_intervened' OR ${BODY('action')} = 'INTERVENED' THEN true
  WHEN g IS NOT NULL OR input_body.guardrailConfig IS NOT NULL OR ${BODY('action')} IS NOT NULL THEN false
  END`;

/**
 * Reads invocation records from `source` (a `read_json` call) as the columns of `invocation_rows`
 * after `file_id`, which `fileId` gives. The record's own token counts come first; where it has
 * none, those of the body's usage or invocation metrics are taken. Bodies are read and let go.
 */
export function invocationSelect(source: string, fileId: string): string {
  return `
  SELECT file_id, requestId, ${timeSql('"timestamp"')}, accountId, region, inferenceRegion,
    operation, modelId, ${modelKeySql('modelId')}, ${principalSql('arn', 'parts')}, ${sessionSql('arn', 'parts')},
    coalesce(input_count, ${METRIC('input')}, ${USAGE('input')}, ${USAGE('vendorInput')},
      ${USAGE('chatInput')}, ${count(BODY('llamaInput'))}, ${count(BODY('titanInput'))}),
    coalesce(output_count, ${METRIC('output')}, ${USAGE('output')}, ${USAGE('vendorOutput')},
      ${USAGE('chatOutput')}, ${count(BODY('llamaOutput'))}),
    coalesce(cache_read_count, ${METRIC('cacheRead')}, ${USAGE('cacheRead')},
      ${USAGE('vendorCacheRead')}),
    coalesce(cache_write_count, ${METRIC('cacheWrite')}, ${USAGE('cacheWrite')},
      ${USAGE('vendorCacheWrite')}),
    coalesce(${cacheDetail('5m')}, ${USAGE('vendor5m')}),
    coalesce(${cacheDetail('1h')}, ${USAGE('vendor1h')}),
    coalesce(${count(BODY('latency'))}, ${METRIC('latency')}), ${METRIC('firstByte')},
    ${GUARDRAIL_ID}, input_body.guardrailConfig.guardrailVersion, ${INTERVENED},
    coalesce(${BODY('stopReason')}, ${BODY('stop_reason')}, ${BODY('finishReason')}),
    coalesce(serviceTier, ${BODY('tier')}, ${BODY('vendorTier')}, input_body.serviceTier.type,
      input_body.service_tier),
    errorCode, CAST(requestMetadata AS VARCHAR), ${UNIT_KEYS.map(traced).join(', ')},
    coalesce(${BODY('performance')}, input_body.performanceConfig.latency), ${IMAGES},
    input_s3, output_s3, NULL
  FROM (
    SELECT *, ${partsSql('arn')} AS parts, ${extract(BODY('usage'), USAGE_PATHS)} AS u,
      ${extract(BODY('metrics'), METRICS_PATHS)} AS m,
      coalesce(${BODY('trace')}, ${BODY('vendorTrace')}) AS g
    FROM (
      SELECT *, ${extract(
        `CASE WHEN starts_with(CAST(body AS VARCHAR), '[') THEN ${MERGED_EVENTS} ELSE body END`,
        BODY_PATHS,
      )} AS b
      FROM (
        SELECT ${fileId} AS file_id, requestId, "timestamp", accountId, region, inferenceRegion,
          operation, modelId, identity.arn AS arn, input.inputTokenCount AS input_count,
          input.cacheReadInputTokenCount AS cache_read_count,
          input.cacheWriteInputTokenCount AS cache_write_count,
          input.inputBodyJson AS input_body, input.inputBodyS3Path AS input_s3,
          output.outputBodyS3Path AS output_s3,
          output.outputTokenCount AS output_count, output.outputBodyJson AS body, errorCode,
          requestMetadata, serviceTier
        FROM ${source})))`;
}
