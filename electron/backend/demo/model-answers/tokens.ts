import { type Input, isInput, objectsOf, textOf } from '../protocols/input.ts';

const PIECE = /[\p{L}\p{M}]+|\p{N}{1,3}|[^\s\p{L}\p{M}\p{N}]/gu;
const LATIN_PIECE = 5;
const MESSAGE_TOKENS = 4;
const IMAGE_TOKENS = 1_500;
const BYTES_PER_TOKEN = 4;

/**
 * Counts tokens by an approximation, since models keep their tokenisers to themselves: a Latin
 * word is one token per started five letters, other scripts one per letter, up to three digits
 * one, and each sign one. Spaces are free.
 */
export function countTextTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    tokens += /^\p{Script=Latin}/u.test(piece) ? Math.ceil(piece.length / LATIN_PIECE) : 1;
    if (/^\p{L}/u.test(piece) && !/^\p{Script=Latin}/u.test(piece)) tokens += piece.length - 1;
  }
  return tokens;
}

/**
 * Tokens of a Converse request: its texts, 4 for each message, 1,500 for each image, and a token
 * for every four bytes of documents and other attachments.
 */
export function countRequestTokens(request: Input): number {
  const messages = objectsOf(request, 'messages');
  const blocks = [...objectsOf(request, 'system'), ...messages.flatMap(contentOf)];
  const tools = request.toolConfig === undefined ? '' : JSON.stringify(request.toolConfig);
  const content = blocks.reduce((sum, block) => sum + countBlock(block), 0);
  return content + messages.length * MESSAGE_TOKENS + countTextTokens(tools);
}

/** All text of a request, messages after the system prompt, as guardrails and answers read it. */
export function requestText(request: Input): string {
  return objectsOf(request, 'messages').flatMap(contentOf).map(blockText).join('\n');
}

/** The text of the newest user message. */
export function lastUserText(request: Input): string {
  const last = objectsOf(request, 'messages').findLast((message) => message.role === 'user');
  return last === undefined ? '' : contentOf(last).map(blockText).join('\n').trim();
}

function contentOf(message: Input): readonly Input[] {
  return objectsOf(message, 'content');
}

function blockText(block: Input): string {
  const guarded = isInput(block.guardContent) ? block.guardContent.text : undefined;
  return textOf(block, 'text') ?? (isInput(guarded) ? (textOf(guarded, 'text') ?? '') : '');
}

function countBlock(block: Input): number {
  if (block.image !== undefined) return IMAGE_TOKENS;
  if ('text' in block || 'guardContent' in block) return countTextTokens(blockText(block));
  if ('cachePoint' in block) return 0;
  return Math.ceil(JSON.stringify(block).length / BYTES_PER_TOKEN);
}
