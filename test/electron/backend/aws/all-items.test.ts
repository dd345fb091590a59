import { expect, it } from 'vitest';
import { allItems } from '../../../../electron/backend/aws/all-items.ts';

interface Page {
  readonly items?: readonly { readonly id: string }[];
  readonly nextToken?: string;
}

/** Answers pages by their token, the first under the empty one. */
function pages(byToken: Readonly<Record<string, Page>>) {
  return (token: string | undefined) => Promise.resolve(byToken[token ?? ''] ?? {});
}

const one = { items: [{ id: 'a' }, { id: 'b' }], nextToken: '2' };

it.each([
  { name: 'no items at all', given: { '': {} }, expected: [] },
  { name: 'one page', given: { '': { items: [{ id: 'a' }] } }, expected: ['a'] },
  {
    name: 'pages in their order',
    given: { '': one, 2: { items: [{ id: 'c' }] } },
    expected: ['a', 'b', 'c'],
  },
  {
    name: 'a page that is empty though more follow',
    given: { '': one, 2: { items: [], nextToken: '3' }, 3: { items: [{ id: 'd' }] } },
    expected: ['a', 'b', 'd'],
  },
])('$name', async ({ given, expected }) => {
  const items = await allItems(pages(given), (page) => page.items);
  expect(items.map(({ id }) => id)).toEqual(expected);
});

it('pages that go round in a circle are told, even under new tokens', async () => {
  const circle = { '': one, 2: { ...one, nextToken: '3' }, 3: { ...one, nextToken: '4' } };
  await expect(allItems(pages(circle), (page) => page.items)).rejects.toMatchObject({
    code: 'aws-failed',
  });
});
