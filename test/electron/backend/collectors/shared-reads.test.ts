import { describe, expect, it } from 'vitest';
import { readOnce } from '../../../../electron/backend/collectors/shared-reads.ts';

describe('what several accounts read alike', () => {
  it('is read once by key, also by those who ask at the same time', async () => {
    const once = readOnce<string>();
    const read: string[] = [];
    const ask = (key: string, who: string) =>
      once(key, async () => {
        read.push(who);
        return `${key} by ${who}`;
      });
    const answers = await Promise.all([ask('a', 'one'), ask('a', 'two'), ask('b', 'two')]);
    expect(answers).toEqual(['a by one', 'a by one', 'b by two']);
    expect(await ask('a', 'three')).toBe('a by one');
    expect(read).toEqual(['one', 'two']);
  });

  it('is read by the next where it was not to be read by the first', async () => {
    const once = readOnce<string>();
    const denied = once('a', () => Promise.reject(new Error('denied')));
    const waiting = once('a', async () => 'read');
    await expect(denied).rejects.toThrow('denied');
    expect(await waiting).toBe('read');
    expect(await once('a', async () => 'again')).toBe('read');
  });

  it('is no answer where nobody could read it', async () => {
    const once = readOnce<string>();
    const deny = (who: string) => once('a', () => Promise.reject(new Error(who)));
    const [first, second] = await Promise.allSettled([deny('one'), deny('two')]);
    expect([first, second]).toMatchObject([
      { reason: { message: 'one' } },
      { reason: { message: 'two' } },
    ]);
  });
});
