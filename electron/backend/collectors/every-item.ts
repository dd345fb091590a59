import type { IamAction } from '../aws/classify-error.ts';
import { paginate } from '../aws/paginate.ts';
import { list } from '../aws/required.ts';

/** A list of AWS that comes in pages. */
export interface PagedList<P, T> {
  /** Named where the list does not end. */
  readonly of: IamAction;
  readonly page: (token: string | undefined) => Promise<P>;
  readonly next: (page: P) => string | undefined;
  readonly items: (page: P) => readonly T[] | undefined;
}

/**
 * All items of a list; a page that begins as an earlier one did is an answer given twice.
 * @throws AppError `aws-failed` when the list does not end.
 */
export async function everyItem<P, T>(paged: PagedList<P, T>): Promise<readonly T[]> {
  const found: T[] = [];
  const pages = paginate(paged.page, paged.next, {
    of: paged.of,
    begins: (page) => JSON.stringify(paged.items(page)?.[0]),
  });
  for await (const page of pages) found.push(...list(paged.items(page)));
  return found;
}
