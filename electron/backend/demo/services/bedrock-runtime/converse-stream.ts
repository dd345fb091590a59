import { setTimeout as wait } from 'node:timers/promises';
import type { FoundationModel } from '../../../../../shared/model/dataset.ts';
import { EVENT_STREAM_TYPE, jsonEvent } from '../../protocols/event-stream.ts';
import type { Reply } from '../../reply.ts';
import type { Call } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';
import { type Conversation, converseAnswer } from './conversation.ts';
import { closing, FIRST_PIECE_MS, PIECE_MS } from './converse.ts';

/** ConverseStream: the same answer as Converse, piece by piece as an event stream. */
export function converseStream(call: Call, model: FoundationModel): Reply {
  if (!model.streaming) {
    throw invalidInput(`The model ${model.modelId} is unsupported for streaming.`);
  }
  return {
    status: 200,
    headers: { 'content-type': EVENT_STREAM_TYPE, 'x-amzn-requestid': call.requestId },
    body: events(converseAnswer(call, model), performance.now()),
  };
}

async function* events(conversation: Conversation, started: number): AsyncGenerator<Buffer> {
  await wait(FIRST_PIECE_MS);
  yield jsonEvent('messageStart', { role: 'assistant' });
  for (const text of conversation.chunks) {
    yield jsonEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text } });
    await wait(PIECE_MS);
  }
  yield jsonEvent('contentBlockStop', { contentBlockIndex: 0 });
  yield jsonEvent('messageStop', { stopReason: conversation.stopReason });
  yield jsonEvent('metadata', closing(conversation, started));
}
