import { modelKeySql, principalSql, sessionSql, timeSql } from './event-columns.ts';

/** The fields of a model invocation log record that are read, as `read_json` columns. */
export const INVOCATION_RECORD = `{
  schemaType: 'VARCHAR', timestamp: 'VARCHAR', accountId: 'VARCHAR', region: 'VARCHAR',
  requestId: 'VARCHAR', operation: 'VARCHAR', modelId: 'VARCHAR', inferenceRegion: 'VARCHAR',
  errorCode: 'VARCHAR', requestMetadata: 'JSON', serviceTier: 'VARCHAR',
  identity: 'STRUCT(arn VARCHAR)',
  input: 'STRUCT(inputTokenCount BIGINT, cacheReadInputTokenCount BIGINT,
    cacheWriteInputTokenCount BIGINT, inputBodyJson STRUCT(
      guardrailConfig STRUCT(guardrailIdentifier VARCHAR, guardrailVersion VARCHAR)))',
  output: 'STRUCT(outputTokenCount BIGINT, outputBodyJson JSON)' }`;

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
} as const;

const METRICS_PATHS = {
  input: '$.inputTokenCount',
  output: '$.outputTokenCount',
  cacheRead: '$.cacheReadInputTokenCount',
  cacheWrite: '$.cacheWriteInputTokenCount',
  latency: '$.invocationLatency',
  firstByte: '$.firstByteLatency',
} as const;

const TRACE_PATHS = {
  input: '$.inputAssessment',
  output: '$.outputAssessments',
  vendorInput: '$.input',
  vendorOutput: '$.output',
} as const;

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
  'amazon-bedrock-guardrailAction', coalesce(
    list_last(json_extract(body, '$[*].delta."amazon-bedrock-guardrailAction"')),
    list_last(json_extract(body, '$[*]."amazon-bedrock-guardrailAction"'))),
  'amazon-bedrock-trace', coalesce(
    list_last(json_extract(body, '$[*].delta."amazon-bedrock-trace"')),
    list_last(json_extract(body, '$[*]."amazon-bedrock-trace"'))),
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
const TRACE = (name: keyof typeof TRACE_PATHS) => at('t', TRACE_PATHS, name);
const BODY = (name: keyof typeof BODY_PATHS) => at('b', BODY_PATHS, name);

const GUARDRAIL_ID = `coalesce(json_keys(${TRACE('input')})[1], json_keys(${TRACE('output')})[1],
  json_keys(${TRACE('vendorInput')})[1], guardrail_config.guardrailIdentifier)`;

const INTERVENED = `CASE
  WHEN ${BODY('stopReason')} = 'guardrail_intervened' OR ${BODY('action')} = 'INTERVENED' THEN true
  WHEN t IS NOT NULL OR guardrail_config IS NOT NULL OR ${BODY('action')} IS NOT NULL THEN false
  END`;

/**
 * Reads invocation records from `source` (a `read_json` call) as the columns of `invocation_rows`
 * after `file_id`, which `fileId` gives. The record's own token counts come first; where it has
 * none, those of the body's usage or invocation metrics are taken. Bodies are read and let go.
 */
export function invocationSelect(source: string, fileId: string): string {
  return `
  SELECT file_id, requestId, ${timeSql('"timestamp"')}, accountId, region, inferenceRegion,
    operation, modelId, ${modelKeySql('modelId')}, ${principalSql('arn')}, ${sessionSql('arn')},
    coalesce(input_count, ${METRIC('input')}, ${USAGE('input')}, ${USAGE('vendorInput')}),
    coalesce(output_count, ${METRIC('output')}, ${USAGE('output')}, ${USAGE('vendorOutput')}),
    coalesce(cache_read_count, ${METRIC('cacheRead')}, ${USAGE('cacheRead')},
      ${USAGE('vendorCacheRead')}),
    coalesce(cache_write_count, ${METRIC('cacheWrite')}, ${USAGE('cacheWrite')},
      ${USAGE('vendorCacheWrite')}),
    coalesce(${cacheDetail('5m')}, ${USAGE('vendor5m')}),
    coalesce(${cacheDetail('1h')}, ${USAGE('vendor1h')}),
    coalesce(${count(BODY('latency'))}, ${METRIC('latency')}), ${METRIC('firstByte')},
    ${GUARDRAIL_ID}, guardrail_config.guardrailVersion, ${INTERVENED},
    coalesce(${BODY('stopReason')}, ${BODY('stop_reason')}, ${BODY('finishReason')}),
    coalesce(serviceTier, ${BODY('tier')}), errorCode, CAST(requestMetadata AS VARCHAR)
  FROM (
    SELECT *, ${extract(BODY('usage'), USAGE_PATHS)} AS u,
      ${extract(BODY('metrics'), METRICS_PATHS)} AS m,
      ${extract(`coalesce(${BODY('trace')}, ${BODY('vendorTrace')})`, TRACE_PATHS)} AS t
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
          input.inputBodyJson.guardrailConfig AS guardrail_config,
          output.outputTokenCount AS output_count, output.outputBodyJson AS body, errorCode,
          requestMetadata, serviceTier
        FROM ${source})))`;
}
