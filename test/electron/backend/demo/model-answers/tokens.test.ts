import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulateAnswer } from '../../../../../electron/backend/demo/model-answers/simulated-answer.ts';
import {
  countRequestTokens,
  countTextTokens,
  lastUserText,
} from '../../../../../electron/backend/demo/model-answers/tokens.ts';

describe('token counts', () => {
  test.each([
    ['', 0],
    ['   \n', 0],
    ['one', 1],
    ['hello', 1],
    ['counterintuitive', 4],
    ['Hello, world!', 4],
    ['2026', 2],
    ['日本語', 3],
    ['привет', 6],
  ])('%j is %i', (text, tokens) => {
    expect(countTextTokens(text)).toBe(tokens);
  });

  test('texts joined by a space count as the sum', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(countTextTokens(`${a} ${b}`)).toBe(countTextTokens(a) + countTextTokens(b));
      }),
    );
  });

  test('a request adds system prompt, messages, images and tools', () => {
    const text = { role: 'user', content: [{ text: 'hello' }] };
    expect(countRequestTokens({ messages: [text] })).toBe(5);
    expect(countRequestTokens({ messages: [text], system: [{ text: 'be kind' }] })).toBe(7);
    const image = { role: 'user', content: [{ image: { format: 'png' } }] };
    expect(countRequestTokens({ messages: [image] })).toBe(1504);
    expect(countRequestTokens({ messages: [text], toolConfig: { tools: [] } })).toBeGreaterThan(5);
  });

  test('the newest user message is the prompt, guarded content included', () => {
    const say = (role: string, block: object) => ({ role, content: [block] });
    const messages = [
      say('user', { text: 'first' }),
      say('assistant', { text: 'answer' }),
      say('user', { guardContent: { text: { text: 'second' } } }),
    ];
    expect(lastUserText({ messages })).toBe('second');
  });
});

describe('simulated answers', () => {
  test('the chunks are the text, the tokens are its tokens, the limit holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (prompt, limit) => {
        const answer = simulateAnswer('Model', prompt, limit);
        expect(answer.chunks.join('')).toBe(answer.text);
        expect(answer.outputTokens).toBe(countTextTokens(answer.text));
        expect(answer.outputTokens).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test('other prompts bring other answers', () => {
    expect(simulateAnswer('M', 'a', 4096).text).not.toBe(simulateAnswer('M', 'b', 4096).text);
  });
});
