import { createHash } from 'node:crypto';
import { countTextTokens } from './tokens.ts';

/** What a simulated model says, cut into the pieces that a stream sends. */
export interface SimulatedAnswer {
  readonly text: string;
  readonly chunks: readonly string[];
  readonly outputTokens: number;
  readonly stopReason: 'end_turn' | 'max_tokens';
}

const EXCERPT = 120;
const WORDS_PER_CHUNK = 4;

const REMARKS: readonly string[] = [
  'A real model would now weigh the context, the constraints and the tone you asked for.',
  'The usage counts beside this answer follow a documented approximation, so costs can be compared.',
  'The same prompt always brings the same simulated answer, which keeps comparisons repeatable.',
  'Nothing left this machine: the request travelled over loopback in the AWS wire format.',
  'Connect an AWS account to send the prompt to the model itself.',
  'Guardrails and approval are applied to simulated answers as to real ones.',
];

/** The answer of a model to a prompt: the same for the same prompt, and saying it is simulated. */
export function simulateAnswer(
  modelName: string,
  prompt: string,
  maxTokens: number,
): SimulatedAnswer {
  const pieces = `${opening(modelName, prompt)} ${remarks(prompt)}`.split(/(?<=\s)/);
  const chunks: string[] = [];
  let outputTokens = 0;
  for (const piece of pieces) {
    const tokens = countTextTokens(piece);
    if (outputTokens + tokens > maxTokens) return answered(chunks, outputTokens, 'max_tokens');
    outputTokens += tokens;
    chunks.push(piece);
  }
  return answered(chunks, outputTokens, 'end_turn');
}

function answered(
  pieces: readonly string[],
  outputTokens: number,
  stopReason: SimulatedAnswer['stopReason'],
): SimulatedAnswer {
  const count = Math.ceil(pieces.length / WORDS_PER_CHUNK);
  const chunks = Array.from({ length: count }, (_, index) =>
    pieces.slice(index * WORDS_PER_CHUNK, (index + 1) * WORDS_PER_CHUNK).join(''),
  );
  return { text: pieces.join(''), chunks, outputTokens, stopReason };
}

function opening(modelName: string, prompt: string): string {
  const line = prompt.replace(/\s+/g, ' ').trim();
  const excerpt = line.length > EXCERPT ? `${line.slice(0, EXCERPT).trimEnd()}...` : line;
  return `This is a simulated answer from ${modelName}; no model was called. You asked: "${excerpt}"`;
}

function remarks(prompt: string): string {
  const digest = createHash('sha256').update(prompt).digest();
  const first = digest.readUInt8(0) % REMARKS.length;
  const count = 2 + (digest.readUInt8(1) % 3);
  return Array.from(
    { length: count },
    (_, index) => REMARKS[(first + index) % REMARKS.length],
  ).join(' ');
}
