import {
  type BedrockRuntimeClient,
  ConverseStreamCommand,
  type ConverseStreamCommandInput,
  type ConverseStreamOutput,
  CountTokensCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { TokenCounts } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';

/** One prompt for one model, as the prompt lab sends it. */
export interface PromptRequest {
  readonly modelId: string;
  readonly system?: string | undefined;
  readonly prompt: string;
  readonly maxTokens: number;
  readonly temperature?: number | undefined;
  readonly guardrail?: { readonly id: string; readonly version: string } | undefined;
}

/** Quantities of one answer that are priced; cache writes with their time to live where told. */
export interface PromptTokens extends TokenCounts {
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
}

/** What the stream of one answer held, with times in milliseconds since the call was sent. */
export interface PromptAnswer {
  readonly text: string;
  readonly stopReason: string;
  readonly tokens: PromptTokens;
  readonly timeToFirstTokenMs: number | null;
  readonly totalMs: number;
  readonly guardrailTrace: unknown;
  readonly serviceTier: string | null;
}

export interface StreamOptions {
  readonly signal: AbortSignal;
  readonly onText: (text: string) => void;
  /** A monotonic clock in milliseconds. */
  readonly clock: () => number;
}

/** The messages of a request in the shape that Converse and CountTokens share. */
function conversation(request: PromptRequest) {
  return {
    messages: [{ role: 'user' as const, content: [{ text: request.prompt }] }],
    ...(request.system === undefined ? {} : { system: [{ text: request.system }] }),
  };
}

/**
 * Input tokens by `bedrock:CountTokens` (not billed), or null where the model cannot count.
 * CountTokens takes base model ids, so pass the id without geography prefix.
 */
export async function countTokens(
  client: BedrockRuntimeClient,
  baseModelId: string,
  request: PromptRequest,
): Promise<number | null> {
  try {
    const answer = await client.send(
      new CountTokensCommand({ modelId: baseModelId, input: { converse: conversation(request) } }),
    );
    return answer.inputTokens ?? null;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'ValidationException') return null;
    throw thrown;
  }
}

/** Sends the prompt with `ConverseStream`, passing text on as it arrives. */
export async function streamConverse(
  client: BedrockRuntimeClient,
  request: PromptRequest,
  options: StreamOptions,
): Promise<PromptAnswer> {
  const startedAt = options.clock();
  const command = new ConverseStreamCommand(converseInput(request));
  const answer = await client.send(command, { abortSignal: options.signal });
  if (answer.stream === undefined) {
    throw new AppError('aws-failed', 'The model answered without a stream. Try again.');
  }
  const state = new AnswerState();
  for await (const event of answer.stream) {
    const text = state.take(event, options.clock() - startedAt);
    if (text !== null) options.onText(text);
  }
  return state.finish(options.clock() - startedAt);
}

function converseInput(request: PromptRequest): ConverseStreamCommandInput {
  const { guardrail, temperature } = request;
  return {
    modelId: request.modelId,
    ...conversation(request),
    inferenceConfig: {
      maxTokens: request.maxTokens,
      ...(temperature === undefined ? {} : { temperature }),
    },
    ...(guardrail === undefined
      ? {}
      : {
          guardrailConfig: {
            guardrailIdentifier: guardrail.id,
            guardrailVersion: guardrail.version,
            trace: 'enabled' as const,
          },
        }),
  };
}

/** Gathers the events of one stream; holds what arrived so far. */
class AnswerState {
  #text = '';
  #stopReason: string | null = null;
  #firstTextMs: number | null = null;
  #metadata: ConverseStreamOutput.MetadataMember['metadata'] | null = null;

  /** Takes one event; answers its text, or null when it carries none. */
  take(event: ConverseStreamOutput, elapsedMs: number): string | null {
    throwStreamError(event);
    if (event.messageStop?.stopReason !== undefined)
      this.#stopReason = event.messageStop.stopReason;
    if (event.metadata !== undefined) this.#metadata = event.metadata;
    const text = event.contentBlockDelta?.delta?.text ?? null;
    if (text === null || text === '') return null;
    this.#firstTextMs ??= elapsedMs;
    this.#text += text;
    return text;
  }

  finish(totalMs: number): PromptAnswer {
    if (this.#stopReason === null || this.#metadata === null) {
      throw new AppError(
        'aws-failed',
        'The answer broke off before its end; it may be billed. Check the network and try again.',
      );
    }
    return {
      text: this.#text,
      stopReason: this.#stopReason,
      tokens: tokensOf(this.#metadata.usage),
      timeToFirstTokenMs: this.#firstTextMs,
      totalMs,
      guardrailTrace: this.#metadata.trace?.guardrail ?? null,
      serviceTier: this.#metadata.serviceTier?.type ?? null,
    };
  }
}

function tokensOf(
  usage: NonNullable<ConverseStreamOutput.MetadataMember['metadata']>['usage'],
): PromptTokens {
  const writtenFor = (ttl: string) =>
    (usage?.cacheDetails ?? [])
      .filter((detail) => detail.ttl === ttl)
      .reduce((sum, detail) => sum + (detail.inputTokens ?? 0), 0);
  return {
    input: usage?.inputTokens ?? 0,
    output: usage?.outputTokens ?? 0,
    cacheRead: usage?.cacheReadInputTokens ?? 0,
    cacheWrite: usage?.cacheWriteInputTokens ?? 0,
    cacheWrite5m: writtenFor('5m'),
    cacheWrite1h: writtenFor('1h'),
  };
}

function throwStreamError(event: ConverseStreamOutput): void {
  const failure =
    event.internalServerException ??
    event.modelStreamErrorException ??
    event.validationException ??
    event.throttlingException ??
    event.serviceUnavailableException;
  if (failure !== undefined) throw failure;
}
