import { ELEMENTS, PARAMETERS } from './event-columns.ts';

/** A JSON object of unknown shape. */
type Json = Readonly<Record<string, unknown>>;

/** What a record of an odd file became: a line for DuckDB, or the reason why not. */
export type PlainRecord =
  | { readonly as: 'line'; readonly line: string }
  | { readonly as: 'fragment'; readonly missing: string };

const EVENT_TEXTS = [
  'eventID',
  'eventTime',
  'eventSource',
  'eventName',
  'eventType',
  'awsRegion',
  'recipientAccountId',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'requestID',
  'eventCategory',
  'vpcEndpointId',
  'errorMessage',
  'sessionCredentialFromConsole',
] as const;

const INVOCATION_TEXTS = [
  'schemaType',
  'timestamp',
  'accountId',
  'region',
  'requestId',
  'operation',
  'modelId',
  'inferenceRegion',
  'errorCode',
  'serviceTier',
] as const;

/** Keys of an answer body that are figures, not content. */
const BODY_KEYS = new Set([
  'stopReason',
  'stop_reason',
  'metrics',
  'usage',
  'serviceTier',
  'service_tier',
  'performanceConfig',
  'prompt_token_count',
  'generation_token_count',
  'inputTextTokenCount',
  'trace',
  'amazon-bedrock-guardrailAction',
  'amazon-bedrock-trace',
  'amazon-bedrock-invocationMetrics',
]);

/** Lists in an answer body whose length is a figure; what is in them is content. */
const BODY_LISTS = ['images', 'artifacts'] as const;

/**
 * Brings a CloudTrail event of any origin to the field types that the fast path reads: fields of
 * another type are left out, so that one odd field never costs the record.
 */
export function plainEvent(record: Json): PlainRecord {
  const texts = pickTexts(record, EVENT_TEXTS);
  const missing = missingOf({ eventID: texts.eventID, eventTime: texts.eventTime });
  if (missing !== null) return { as: 'fragment', missing };
  const identity = objectOf(record.userIdentity);
  const session = objectOf(identity.sessionContext);
  const parameters = objectOf(record.requestParameters);
  const more = objectOf(record.additionalEventData);
  return line({
    ...texts,
    readOnly: flagOf(record.readOnly),
    userIdentity: {
      ...pickTexts(identity, ['type', 'arn', 'accountId', 'accessKeyId', 'invokedBy']),
      sessionContext: {
        ...pickTexts(session, ['sourceIdentity']),
        sessionIssuer: pickTexts(objectOf(session.sessionIssuer), ['arn']),
        attributes: pickFlagText(objectOf(session.attributes)),
      },
      onBehalfOf: pickTexts(objectOf(identity.onBehalfOf), ['userId']),
    },
    requestParameters: {
      ...pickTexts(parameters, ['modelId', 'model', ...PARAMETERS]),
      callWithBearerToken: flagOf(parameters.callWithBearerToken),
    },
    responseElements: pickTexts(objectOf(record.responseElements), ELEMENTS),
    tlsDetails: pickTexts(objectOf(record.tlsDetails), ['tlsVersion', 'clientProvidedHostHeader']),
    resources: resourcesOf(record.resources),
    additionalEventData: {
      ...pickTexts(more, ['inferenceRegion']),
      callWithBearerToken: flagOf(more.callWithBearerToken),
    },
  });
}

/** The same for a model invocation log record; prompts and answers are left out. */
export function plainInvocation(record: Json): PlainRecord {
  const texts = pickTexts(record, INVOCATION_TEXTS);
  const missing = missingOf({ requestId: texts.requestId, timestamp: texts.timestamp });
  if (missing !== null) return { as: 'fragment', missing };
  const input = objectOf(record.input);
  const output = objectOf(record.output);
  const asked = objectOf(input.inputBodyJson);
  const guardrail = objectOf(asked.guardrailConfig);
  return line({
    ...texts,
    identity: pickTexts(objectOf(record.identity), ['arn']),
    requestMetadata: record.requestMetadata ?? null,
    input: {
      inputTokenCount: countOf(input.inputTokenCount),
      cacheReadInputTokenCount: countOf(input.cacheReadInputTokenCount),
      cacheWriteInputTokenCount: countOf(input.cacheWriteInputTokenCount),
      ...pickTexts(input, ['inputBodyS3Path']),
      inputBodyJson: {
        performanceConfig: pickTexts(objectOf(asked.performanceConfig), ['latency']),
        serviceTier: pickTexts(objectOf(asked.serviceTier), ['type']),
        ...pickTexts(asked, ['service_tier']),
        imageGenerationConfig: pickTexts(objectOf(asked.imageGenerationConfig), ['numberOfImages']),
        guardrailConfig:
          Object.keys(guardrail).length === 0
            ? null
            : pickTexts(guardrail, ['guardrailIdentifier', 'guardrailVersion']),
      },
    },
    output: {
      outputTokenCount: countOf(output.outputTokenCount),
      ...pickTexts(output, ['outputBodyS3Path']),
      outputBodyJson: figuresOf(output.outputBodyJson),
    },
  });
}

/** The figures of an answer body: an object, or the events of a stream; texts and images are left out. */
export function figuresOf(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(figuresOfEvent);
  return isObject(body) ? pickFigures(body) : null;
}

function figuresOfEvent(event: unknown): unknown {
  if (!isObject(event)) return null;
  return {
    ...pickFigures(event),
    message: pickFigures(objectOf(event.message)),
    delta: pickFigures(objectOf(event.delta)),
  };
}

function pickFigures(body: Json): Json {
  return {
    ...Object.fromEntries(Object.entries(body).filter(([key]) => BODY_KEYS.has(key))),
    ...choiceOf(body.choices),
    ...Object.fromEntries(BODY_LISTS.flatMap((key) => lengthOf(body[key], key))),
  };
}

/** Why the first choice ended, of answers that have choices. */
function choiceOf(choices: unknown): Json {
  const [first] = Array.isArray(choices) ? choices : [];
  const reason = pickTexts(objectOf(first), ['finish_reason']);
  return reason.finish_reason === undefined ? {} : { choices: [reason] };
}

/** A list of the same length without what is in it. */
function lengthOf(list: unknown, key: string): readonly (readonly [string, readonly null[]])[] {
  return Array.isArray(list) ? [[key, list.map(() => null)]] : [];
}

function pickFlagText(attributes: Json): Json {
  const flag = flagOf(attributes.mfaAuthenticated);
  return flag === null ? {} : { mfaAuthenticated: String(flag) };
}

function resourcesOf(resources: unknown): unknown {
  if (!Array.isArray(resources)) return null;
  return resources.map((resource) => pickTexts(objectOf(resource), ['ARN']));
}

function pickTexts<K extends string>(from: Json, keys: readonly K[]): Partial<Record<K, string>> {
  const picked: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value = from[key];
    if (typeof value === 'string') picked[key] = value;
    else if (typeof value === 'number' || typeof value === 'boolean') picked[key] = String(value);
  }
  return picked;
}

function missingOf(required: Readonly<Record<string, string | undefined>>): string | null {
  const names = Object.keys(required).filter((name) => (required[name] ?? '') === '');
  return names.length === 0 ? null : `no ${names.join(' and no ')}`;
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

function flagOf(value: unknown): boolean | null {
  if (value === 'true') return true;
  if (value === 'false') return false;
  return typeof value === 'boolean' ? value : null;
}

function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Half of a surrogate pair cannot be written in UTF-8; DuckDB refuses its escape. */
const LONE_SURROGATE =
  /((?:^|[^\\])(?:\\\\)*)\\u[dD][89abAB][0-9a-fA-F]{2}|((?:^|[^\\])(?:\\\\)*)\\u[dD][c-fC-F][0-9a-fA-F]{2}/g;

function line(record: Json): PlainRecord {
  const text = JSON.stringify(record).replace(
    LONE_SURROGATE,
    (_, high?: string, low?: string) => `${high ?? low ?? ''}\\ufffd`,
  );
  return { as: 'line', line: `${text}\n` };
}
