import { setTimeout as wait } from 'node:timers/promises';
import type { FoundationModel } from '../../../../../shared/model/dataset.ts';
import type { Call } from '../../service.ts';
import { type Conversation, converseAnswer } from './conversation.ts';

/** Milliseconds before the first piece of an answer, and between pieces. */
export const FIRST_PIECE_MS = 120;
export const PIECE_MS = 15;

/** Converse: the whole answer at once, after the time that streaming it would have taken. */
export async function converse(call: Call, model: FoundationModel): Promise<object> {
  const started = performance.now();
  const conversation = converseAnswer(call, model);
  await wait(FIRST_PIECE_MS + conversation.chunks.length * PIECE_MS);
  return {
    output: {
      message: { role: 'assistant', content: [{ text: conversation.chunks.join('') }] },
    },
    stopReason: conversation.stopReason,
    ...closing(conversation, started),
  };
}

/** Usage, latency (measured, whole milliseconds), tier and trace: what ends every answer. */
export function closing(conversation: Conversation, started: number): object {
  return {
    usage: conversation.usage,
    metrics: { latencyMs: Math.round(performance.now() - started) },
    ...(conversation.trace === null ? {} : { trace: { guardrail: conversation.trace } }),
    performanceConfig: conversation.performance,
    serviceTier: { type: conversation.serviceTier },
  };
}
