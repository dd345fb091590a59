import { describe, expect, it } from 'vitest';
import { type ListInfo, paginate } from '../../../../electron/backend/aws/paginate.ts';

interface Page {
  readonly items: readonly string[];
  readonly next?: string;
}

/** Reads a list whose pages are given by their token, first the one of no token. */
async function read(pages: (token: string | undefined) => Page, info?: ListInfo<Page>) {
  const asked: (string | undefined)[] = [];
  const items: string[] = [];
  const fetchPage = async (token: string | undefined) => {
    asked.push(token);
    return pages(token);
  };
  const error = await (async () => {
    for await (const page of paginate(fetchPage, ({ next }) => next, info)) {
      items.push(...page.items);
    }
    return null;
  })().catch((thrown: unknown) => thrown);
  return { asked, items, error };
}

describe('a list that ends', () => {
  it.each<readonly [string, Readonly<Record<string, Page>>, string, readonly string[]]>([
    ['with its only page', { first: { items: ['a'] } }, 'first', ['a']],
    ['with an empty token', { first: { items: ['a'], next: '' } }, 'first', ['a']],
    [
      'after pages that may be empty',
      { first: { items: [], next: 'x' }, x: { items: [], next: 'y' }, y: { items: ['b'] } },
      'first,x,y',
      ['b'],
    ],
  ])('%s', async (_name, pages, asked, items) => {
    const result = await read((token = 'first') => pages[token] ?? { items: [] });
    expect(result).toMatchObject({ items, error: null });
    expect(result.asked.map((token) => token ?? 'first').join()).toBe(asked);
  });

  it('at the limit', async () => {
    const page = (token = '0') => ({ items: [token], next: String(Number(token) + 1) });
    const ending = (token = '0') => (token === '2' ? { items: [token] } : page(token));
    expect(await read(ending, { limit: 3 })).toMatchObject({ items: ['0', '1', '2'], error: null });
  });
});

describe('a list that does not end is refused', () => {
  const counting = (token = '0') => ({ items: [token], next: String(Number(token) + 1) });

  it.each<readonly [string, (token: string | undefined) => Page, ListInfo<Page>, RegExp, number]>([
    ['with one token', () => ({ items: [], next: 'x' }), {}, /A list .* same next page twice/, 2],
    [
      'with tokens that come again',
      (token) => ({ items: [], next: token === 'x' ? 'y' : 'x' }),
      { of: 'bedrock:ListGuardrails' },
      /^bedrock:ListGuardrails does not end: AWS named the same next page twice; reading stopped\.$/,
      3,
    ],
    ['with more pages than the limit', counting, { limit: 4 }, /after 4 pages/, 4],
    ['with more pages than any list has', counting, {}, /after 1,000 pages/, 1_000],
    [
      'with a page that was answered before',
      (token = '0') => ({ ...counting(token), items: ['a'] }),
      { begins: ({ items }) => items[0] },
      /answered the same page twice/,
      2,
    ],
  ])('%s', async (_name, pages, info, says, requests) => {
    const { asked, error } = await read(pages, info);
    expect(error).toMatchObject({ code: 'aws-failed', message: expect.stringMatching(says) });
    expect(asked).toHaveLength(requests);
  });
});
