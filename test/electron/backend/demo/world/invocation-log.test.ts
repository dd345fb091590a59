import { describe, expect, test } from 'vitest';
import { toInvocationLog } from '../../../../../electron/backend/demo/world/invocation-log.ts';
import { invocation } from './invocation-builder.ts';

const GUARDRAIL = { id: 'abcd1234efgh', version: '2', intervened: false };
const EMPTY = {
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
};
const BLOCKED = {
  ...EMPTY,
  guardrail: { ...GUARDRAIL, intervened: true },
  stopReason: 'guardrail_intervened',
};

test('Converse is an object with usage, latency and the cache split', () => {
  const call = invocation({
    cacheWrite1hTokens: 50,
    requestMetadata: { team: 'support' },
    inferenceRegion: 'us-west-2',
  });
  expect(toInvocationLog(call)).toEqual({
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: '2026-11-19T14:05:09Z',
    accountId: '222233334444',
    identity: { arn: 'arn:aws:sts::222233334444:assumed-role/summarizer/task-1' },
    region: 'us-east-1',
    requestId: '0d9f7a52-6f4e-4c55-9b1d-2f1c5a7e9b30',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-5-5',
    requestMetadata: { team: 'support' },
    inferenceRegion: 'us-west-2',
    input: {
      inputContentType: 'application/json',
      inputBodyJson: {
        messages: [{ role: 'user', content: [{ text: expect.stringMatching(/^Synthetic/) }] }],
        inferenceConfig: { maxTokens: 8_000 },
      },
      inputTokenCount: 100,
      cacheReadInputTokenCount: 2_000,
      cacheWriteInputTokenCount: 350,
    },
    output: {
      outputContentType: 'application/json',
      outputBodyJson: {
        output: {
          message: {
            role: 'assistant',
            content: [{ text: 'Synthetic answer of the simulated account.' }],
          },
        },
        stopReason: 'end_turn',
        metrics: { latencyMs: 1_400 },
        usage: {
          inputTokens: 100,
          outputTokens: 40,
          totalTokens: 2_490,
          cacheReadInputTokens: 2_000,
          cacheWriteInputTokens: 350,
          cacheDetails: [
            { ttl: '5m', inputTokens: 300 },
            { ttl: '1h', inputTokens: 50 },
          ],
        },
      },
      outputTokenCount: 40,
    },
  });
});

describe('the vendor body of InvokeModel', () => {
  test.each([
    [
      'us.anthropic.claude-opus-4-8',
      {
        type: 'message',
        stop_reason: 'end_turn',
        usage: {
          input_tokens: 100,
          cache_creation: { ephemeral_5m_input_tokens: 300, ephemeral_1h_input_tokens: 0 },
        },
      },
    ],
    ['amazon.titan-embed-text-v2:0', { inputTextTokenCount: 100 }],
    ['cohere.embed-v4:0', { response_type: 'embeddings_by_type' }],
    [
      'meta.llama3-3-70b-instruct-v1:0',
      { prompt_token_count: 100, generation_token_count: 40, stop_reason: 'stop' },
    ],
    [
      'openai.gpt-oss-120b-1:0',
      {
        choices: [{ finish_reason: 'stop' }],
        usage: { prompt_tokens: 100, completion_tokens: 40 },
      },
    ],
  ])('of %s is its own', (modelId, body) => {
    const log = toInvocationLog(invocation({ operation: 'InvokeModel', modelId }));
    expect(log.output).toMatchObject({ outputBodyJson: body });
  });
});

test('InvokeModelWithResponseStream is an array that ends with invocation metrics', () => {
  const call = invocation({
    operation: 'InvokeModelWithResponseStream',
    modelId: 'us.anthropic.claude-opus-4-8',
    timeToFirstTokenMs: 320,
  });
  const { output } = toInvocationLog(call);
  expect(output).toMatchObject({
    outputBodyJson: [
      {
        type: 'message_start',
        message: { usage: { cache_creation: { ephemeral_5m_input_tokens: 300 } } },
      },
      { type: 'content_block_start' },
      { type: 'content_block_delta' },
      { type: 'content_block_stop' },
      { type: 'message_delta', usage: { output_tokens: 40 } },
      {
        type: 'message_stop',
        'amazon-bedrock-invocationMetrics': {
          inputTokenCount: 100,
          outputTokenCount: 40,
          invocationLatency: 1_400,
          firstByteLatency: 320,
        },
      },
    ],
  });
});

test('streams of other vendors may end with the text [DONE]', () => {
  const operation = 'InvokeModelWithResponseStream';
  const { output } = toInvocationLog(invocation({ operation, modelId: 'xai.grok-4.3' }));
  expect(output).toMatchObject({ outputBodyJson: [{}, {}, '[DONE]'] });
});

describe('a guardrail', () => {
  test('leaves its trace with text units in Converse', () => {
    const log = toInvocationLog(invocation({ guardrail: GUARDRAIL }));
    expect(log).toMatchObject({
      output: {
        outputBodyJson: {
          stopReason: 'end_turn',
          trace: {
            guardrail: {
              inputAssessment: {
                abcd1234efgh: { invocationMetrics: { usage: { contentPolicyUnits: 1 } } },
              },
            },
          },
        },
      },
    });
  });

  test('that blocks Converse leaves counts of zero', () => {
    const log = toInvocationLog(invocation(BLOCKED));
    expect(log).toMatchObject({
      input: { inputTokenCount: 0 },
      output: {
        outputTokenCount: 0,
        outputBodyJson: { stopReason: 'guardrail_intervened', usage: { inputTokens: 0 } },
      },
    });
  });

  test('that blocks InvokeModel leaves no counts at all', () => {
    const log = toInvocationLog(invocation({ ...BLOCKED, operation: 'InvokeModel' }));
    expect(log.input).not.toHaveProperty('inputTokenCount');
    expect(log.output).not.toHaveProperty('outputTokenCount');
    expect(log.output).toMatchObject({
      outputBodyJson: {
        'amazon-bedrock-guardrailAction': 'INTERVENED',
        'amazon-bedrock-trace': { guardrail: { input: { abcd1234efgh: {} } } },
      },
    });
  });
});

test.each(['us.anthropic.claude-opus-4-8', 'us.meta.llama4-maverick-17b-instruct-v1:0'])(
  'a guardrail on a stream of %s tells its verdict in one event',
  (modelId) => {
    const operation = 'InvokeModelWithResponseStream';
    const { output } = toInvocationLog(invocation({ operation, modelId, guardrail: GUARDRAIL }));
    expect(JSON.stringify(output).split('"amazon-bedrock-guardrailAction":"NONE"')).toHaveLength(2);
  },
);

test('a failed call has its error code, no counts and no output', () => {
  const log = toInvocationLog(
    invocation({ ...EMPTY, errorCode: 'ThrottlingException', stopReason: null }),
  );
  expect(log).toMatchObject({ errorCode: 'ThrottlingException' });
  expect(log).not.toHaveProperty('output');
  expect(log.input).not.toHaveProperty('inputTokenCount');
});

test('a request over 100 KB is named by its address instead of kept in the record', () => {
  const log = toInvocationLog(invocation({ inputTokens: 150_000 }));
  expect(log.input).not.toHaveProperty('inputBodyJson');
  expect(log.input).toMatchObject({
    inputBodyS3Path:
      's3://acme-bedrock-logs-222233334444-us-east-1/AWSLogs/222233334444/BedrockModelInvocationLogs/us-east-1/2026/11/19/14/data/0d9f7a52-6f4e-4c55-9b1d-2f1c5a7e9b30_input.json.gz',
  });
});

test('a service tier beyond the default one is echoed by Converse', () => {
  const log = toInvocationLog(invocation({ serviceTier: 'flex' }));
  expect(log.output).toMatchObject({ outputBodyJson: { serviceTier: { type: 'flex' } } });
});
