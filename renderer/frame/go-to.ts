import { hrefOf, navigate, type PagePath, type QueryValues } from '../navigation.ts';

/** Goes to a page from wherever the reader is, with filters set; the period stays. */
export function goTo(path: PagePath, query: QueryValues = {}): void {
  navigate(hrefOf(path, query, window.location.search));
}
