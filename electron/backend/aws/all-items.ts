import { paginate } from './paginate.ts';

/**
 * Every item of a paged list, in AWS's order.
 * @throws whatever `fetchPage` throws; AppError `aws-failed` when the pages would never end.
 */
export async function allItems<P extends { readonly nextToken?: string | undefined }, T>(
  fetchPage: (nextToken: string | undefined) => Promise<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> {
  const items: T[] = [];
  const pages = paginate(fetchPage, ({ nextToken }) => nextToken, {
    begins: (page) => JSON.stringify(itemsOf(page)?.[0]),
  });
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}
