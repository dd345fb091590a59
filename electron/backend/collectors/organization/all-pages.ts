import { paginate } from '../../aws/paginate.ts';
import { list } from '../../aws/required.ts';

/** All items of a list of AWS Organizations, whose pages hold 20 at most and may be empty. */
export async function allPages<P extends { readonly NextToken?: string | undefined }, T>(
  fetchPage: (token: string | undefined) => Promise<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of paginate(fetchPage, ({ NextToken }) => NextToken)) {
    items.push(...list(itemsOf(page)));
  }
  return items;
}
