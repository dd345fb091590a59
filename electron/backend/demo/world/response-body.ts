import type { WorldInvocation } from './facts.ts';
import { guardrailTrace } from './guardrail-trace.ts';
import { type BodyFamily, bodyFamily } from './request-body.ts';

type Body = Readonly<Record<string, unknown>>;

const ANSWER = 'Synthetic answer of the simulated account.';
/** A transparent PNG in place of what an image model would have drawn. */
const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const REFUSAL = 'Sorry, the simulated guardrail stopped this.';

/**
 * The response as the log keeps it: an object for Converse, ConverseStream (aggregated) and
 * InvokeModel, an array of vendor events for InvokeModelWithResponseStream.
 */
export function responseBody(call: WorldInvocation): Body | readonly unknown[] {
  if (call.operation.startsWith('Converse')) return converseBody(call);
  if (call.operation === 'InvokeModelWithResponseStream') return streamEvents(call);
  const body = bodyByFamily(call);
  if (call.guardrail === null) return body;
  return { ...body, ...guardrailMembers(call) };
}

function converseBody(call: WorldInvocation): Body {
  const trace = guardrailTrace(call);
  return {
    output: { message: { role: 'assistant', content: [{ text: answerOf(call) }] } },
    stopReason: call.stopReason ?? 'end_turn',
    metrics: { latencyMs: call.latencyMs },
    usage: converseUsage(call),
    ...(call.serviceTier === 'default' ? {} : { serviceTier: { type: call.serviceTier } }),
    ...(trace === null ? {} : { trace: { guardrail: trace } }),
  };
}

function converseUsage(call: WorldInvocation): Body {
  const written = call.cacheWrite5mTokens + call.cacheWrite1hTokens;
  const details = [
    { ttl: '5m', inputTokens: call.cacheWrite5mTokens },
    { ttl: '1h', inputTokens: call.cacheWrite1hTokens },
  ].filter(({ inputTokens }) => inputTokens > 0);
  return {
    inputTokens: call.inputTokens,
    outputTokens: call.outputTokens,
    totalTokens: call.inputTokens + call.outputTokens + call.cacheReadTokens + written,
    cacheReadInputTokens: call.cacheReadTokens,
    cacheWriteInputTokens: written,
    ...(details.length === 0 ? {} : { cacheDetails: details }),
  };
}

function bodyByFamily(call: WorldInvocation): Body {
  const bodies = {
    anthropic: () => ({
      id: messageId(call),
      type: 'message',
      role: 'assistant',
      content: [{ type: 'text', text: answerOf(call) }],
      stop_reason: call.stopReason ?? 'end_turn',
      usage: anthropicUsage(call),
    }),
    'titan-embed': () => ({
      embedding: [0.0125, -0.0375, 0.0625],
      inputTextTokenCount: call.inputTokens,
    }),
    'cohere-embed': () => ({
      embeddings: { float: [[0.0125, -0.0375, 0.0625]] },
      response_type: 'embeddings_by_type',
    }),
    image: () => ({
      images: Array.from({ length: call.images?.count ?? 0 }, () => ONE_PIXEL),
    }),
    rerank: () => ({
      id: call.requestId,
      results: [
        { index: 2, relevance_score: 0.91 },
        { index: 0, relevance_score: 0.17 },
      ],
    }),
    llama: () => ({
      generation: answerOf(call),
      prompt_token_count: call.inputTokens,
      generation_token_count: call.outputTokens,
      stop_reason: 'stop',
    }),
    chat: () => ({
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: answerOf(call) },
          finish_reason: 'stop',
        },
      ],
      service_tier: call.serviceTier,
      usage: chatUsage(call),
    }),
  } satisfies Record<BodyFamily, () => Body>;
  return bodies[bodyFamily(call.modelId)]();
}

function streamEvents(call: WorldInvocation): readonly unknown[] {
  if (bodyFamily(call.modelId) === 'anthropic') return anthropicEvents(call);
  return [
    {
      choices: [{ index: 0, delta: { role: 'assistant', content: answerOf(call) } }],
      ...guardrailMembers(call),
    },
    {
      choices: [{ index: 0, delta: {}, finish_reason: 'stop' }],
      usage: chatUsage(call),
      'amazon-bedrock-invocationMetrics': invocationMetrics(call),
    },
    '[DONE]',
  ];
}

function anthropicEvents(call: WorldInvocation): readonly unknown[] {
  const started = { ...anthropicUsage(call), output_tokens: 1 };
  const text = { type: 'text_delta', text: answerOf(call) };
  return [
    {
      type: 'message_start',
      message: {
        id: messageId(call),
        type: 'message',
        role: 'assistant',
        content: [],
        usage: started,
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: text, ...guardrailMembers(call) },
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: call.stopReason ?? 'end_turn' },
      usage: { output_tokens: call.outputTokens },
    },
    { type: 'message_stop', 'amazon-bedrock-invocationMetrics': invocationMetrics(call) },
  ];
}

/** Anthropic's usage: only here is the cache split by its time to live. */
function anthropicUsage(call: WorldInvocation): Body {
  return {
    input_tokens: call.inputTokens,
    output_tokens: call.outputTokens,
    cache_read_input_tokens: call.cacheReadTokens,
    cache_creation_input_tokens: call.cacheWrite5mTokens + call.cacheWrite1hTokens,
    cache_creation: {
      ephemeral_5m_input_tokens: call.cacheWrite5mTokens,
      ephemeral_1h_input_tokens: call.cacheWrite1hTokens,
    },
  };
}

function invocationMetrics(call: WorldInvocation): Body {
  return {
    inputTokenCount: call.inputTokens,
    outputTokenCount: call.outputTokens,
    invocationLatency: call.latencyMs,
    firstByteLatency: call.timeToFirstTokenMs,
    cacheReadInputTokenCount: call.cacheReadTokens,
    cacheWriteInputTokenCount: call.cacheWrite5mTokens + call.cacheWrite1hTokens,
  };
}

function chatUsage(call: WorldInvocation): Body {
  return {
    prompt_tokens: call.inputTokens,
    completion_tokens: call.outputTokens,
    total_tokens: call.inputTokens + call.outputTokens,
  };
}

/** InvokeModel tells a guardrail's verdict and trace in members of the vendor's body. */
function guardrailMembers(call: WorldInvocation): Body {
  const trace = guardrailTrace(call);
  if (trace === null) return {};
  return {
    'amazon-bedrock-guardrailAction': call.guardrail?.intervened === true ? 'INTERVENED' : 'NONE',
    'amazon-bedrock-trace': { guardrail: { input: trace.inputAssessment } },
  };
}

function answerOf(call: WorldInvocation): string {
  return call.guardrail?.intervened === true ? REFUSAL : ANSWER;
}

function messageId(call: WorldInvocation): string {
  return `msg_bdrk_${call.requestId.replaceAll('-', '').slice(0, 24)}`;
}
