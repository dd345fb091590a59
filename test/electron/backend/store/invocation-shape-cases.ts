/** Synthetic records, put together from AWS's request and response shapes and field captures. */
const UNITS = {
  topicPolicyUnits: 1,
  contentPolicyUnits: 2,
  contentPolicyImageUnits: 3,
  wordPolicyUnits: 4,
  sensitiveInformationPolicyUnits: 5,
  sensitiveInformationPolicyFreeUnits: 6,
  contextualGroundingPolicyUnits: 7,
  automatedReasoningPolicyUnits: 8,
};
const assessed = (usage: object, latency = 100) => ({
  contentPolicy: { filters: [{ type: 'HATE', match: '"input":{"x"' }] },
  invocationMetrics: { guardrailProcessingLatency: latency, usage },
});
const UNIT_COLUMNS = {
  guardrail_topic_units: 1,
  guardrail_content_units: 2,
  guardrail_content_image_units: 3,
  guardrail_word_units: 4,
  guardrail_sensitive_units: 5,
  guardrail_sensitive_free_units: 6,
  guardrail_grounding_units: 7,
  guardrail_reasoning_units: 8,
};
/** A chat completion with its own counts. */
export const CHAT = {
  choices: [{ index: 0, message: { content: 'secret' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 11, completion_tokens: 5 },
  service_tier: 'flex',
};
/** Where bodies lie beside the logs. */
export const S3 =
  's3://logs/AWSLogs/111122223333/BedrockModelInvocationLogs/us-east-1/2026/11/19/10/data';

type Case = readonly [
  name: string,
  record: Readonly<Record<string, unknown>>,
  columns: Readonly<Record<string, unknown>>,
];

/** Every shape with the columns that it must give. */
export const CASES: readonly Case[] = [
  [
    'Converse with a cache split and a guardrail that looked at both sides',
    {
      output: {
        outputTokenCount: 4,
        outputBodyJson: {
          stopReason: 'end_turn',
          usage: {
            inputTokens: 3,
            outputTokens: 4,
            cacheDetails: [
              { ttl: '5m', inputTokens: 70 },
              { ttl: '1h', inputTokens: 30 },
            ],
          },
          performanceConfig: { latency: 'optimized' },
          serviceTier: { type: 'priority' },
          trace: {
            guardrail: {
              inputAssessment: { g1: assessed(UNITS) },
              outputAssessments: { g1: [assessed({ topicPolicyUnits: 10 }, 20)] },
            },
          },
        },
      },
    },
    {
      ...UNIT_COLUMNS,
      guardrail_topic_units: 11,
      guardrail_latency_ms: 120,
      guardrail_id: 'g1',
      guardrail_intervened: false,
      cache_write_5m_tokens: 70,
      cache_write_1h_tokens: 30,
      performance_latency: 'optimized',
      service_tier: 'priority',
    },
  ],
  [
    'InvokeModel whose guardrail blocked: no counts, its trace under the other name',
    {
      input: { inputBodyJson: {} },
      output: {
        outputBodyJson: {
          'amazon-bedrock-guardrailAction': 'INTERVENED',
          'amazon-bedrock-trace': {
            guardrail: { actionReason: 'blocked', input: { h28: assessed(UNITS) } },
          },
        },
      },
    },
    {
      ...UNIT_COLUMNS,
      guardrail_id: 'h28',
      guardrail_intervened: true,
      input_tokens: null,
      output_tokens: null,
    },
  ],
  [
    'InvokeModel whose guardrail looked at the output alone',
    {
      output: {
        outputTokenCount: 1,
        outputBodyJson: {
          'amazon-bedrock-guardrailAction': 'NONE',
          'amazon-bedrock-trace': { guardrail: { outputs: [{ out1: assessed(UNITS) }] } },
        },
      },
    },
    { ...UNIT_COLUMNS, guardrail_id: 'out1', guardrail_intervened: false },
  ],
  [
    'a stream that a guardrail stopped, traced in two events, ending with [DONE]',
    {
      output: {
        outputBodyJson: [
          {
            type: 'message_start',
            message: {
              usage: {
                input_tokens: 9,
                output_tokens: 1,
                cache_creation: {
                  ephemeral_5m_input_tokens: 40,
                  ephemeral_1h_input_tokens: 2,
                },
              },
            },
          },
          {
            type: 'content_block_delta',
            delta: { text: 'secret', type: 'text_delta' },
            'amazon-bedrock-guardrailAction': 'INTERVENED',
            'amazon-bedrock-trace': { guardrail: { input: { s1: assessed(UNITS) } } },
          },
          {
            type: 'message_delta',
            delta: { stop_reason: 'end_turn' },
            usage: { output_tokens: 6 },
            'amazon-bedrock-guardrailAction': 'NONE',
            'amazon-bedrock-trace': {
              guardrail: { outputs: [{ s1: assessed({ topicPolicyUnits: 1 }) }] },
            },
          },
          {
            type: 'message_stop',
            'amazon-bedrock-invocationMetrics': {
              inputTokenCount: 9,
              outputTokenCount: 6,
              invocationLatency: 900,
              firstByteLatency: 120,
            },
          },
          '[DONE]',
        ],
      },
    },
    {
      ...UNIT_COLUMNS,
      guardrail_topic_units: 2,
      guardrail_intervened: true,
      guardrail_id: 's1',
      output_tokens: 6,
      stop_reason: 'end_turn',
      latency_ms: 900,
      time_to_first_token_ms: 120,
      cache_write_5m_tokens: 40,
      cache_write_1h_tokens: 2,
    },
  ],
  [
    'a chat completion without counts in the record',
    { input: { inputBodyJson: {} }, output: { outputBodyJson: CHAT } },
    {
      input_tokens: 11,
      output_tokens: 5,
      stop_reason: 'stop',
      service_tier: 'flex',
      guardrail_id: null,
      guardrail_topic_units: null,
    },
  ],
  [
    'Llama, which counts by its own names',
    {
      input: { inputBodyJson: {} },
      output: {
        outputBodyJson: {
          generation: 'secret',
          prompt_token_count: 12,
          generation_token_count: 6,
          stop_reason: 'length',
        },
      },
    },
    { input_tokens: 12, output_tokens: 6, stop_reason: 'length' },
  ],
  [
    'Titan embeddings',
    {
      input: { inputBodyJson: {} },
      output: { outputBodyJson: { embedding: [0.1], inputTextTokenCount: 8 } },
    },
    { input_tokens: 8, output_tokens: null, output_images: null },
  ],
  [
    'an image model that answers here',
    {
      modelId: 'amazon.nova-canvas-v1:0',
      input: { inputBodyJson: { imageGenerationConfig: { numberOfImages: 3 } } },
      output: { outputBodyJson: { images: ['aGk=', 'aGk='] } },
    },
    { output_images: 2 },
  ],
  [
    'an image model whose answer lies in S3',
    {
      modelId: 'amazon.nova-canvas-v1:0',
      input: { inputBodyJson: { imageGenerationConfig: { numberOfImages: 3 } } },
      output: { outputBodyS3Path: `${S3}/r_output.json.gz` },
    },
    { output_images: 3, output_body_s3: `${S3}/r_output.json.gz`, output_tokens: null },
  ],
  [
    'image embeddings, which say what they were given',
    { modelId: 'cohere.embed-v4:0', output: { outputBodyJson: { images: [{ width: 4 }] } } },
    { output_images: null },
  ],
  [
    'a large request, a tier and a guardrail that were asked for',
    {
      input: {
        inputTokenCount: 150_000,
        inputBodyS3Path: `${S3}/r_input.json.gz`,
      },
      requestMetadata: { team: 'a' },
      inferenceRegion: 'us-west-2',
    },
    {
      input_body_s3: `${S3}/r_input.json.gz`,
      input_tokens: 150_000,
      request_metadata: '{"team":"a"}',
      inference_region: 'us-west-2',
    },
  ],
  [
    'a call that failed',
    {
      errorCode: 'ThrottlingException',
      input: {
        inputBodyJson: {
          guardrailConfig: { guardrailIdentifier: 'g9', guardrailVersion: '2' },
          serviceTier: { type: 'flex' },
        },
      },
      output: undefined,
    },
    {
      error_code: 'ThrottlingException',
      input_tokens: null,
      guardrail_id: 'g9',
      guardrail_version: '2',
      service_tier: 'flex',
      output_images: null,
    },
  ],
];
