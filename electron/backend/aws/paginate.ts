import { AppError } from '../../../shared/model/app-error.ts';

/** What is being listed, to tell a list that does not end from a long one. */
export interface ListInfo<P> {
  /** As in `bedrock:ListGuardrails`; named in the error. */
  readonly of?: string;
  /** The most pages that are read; 1,000 (100,000 items of most lists) when absent. */
  readonly limit?: number;
  /** The first item's id; a page that begins as an earlier one did has been answered before. */
  readonly begins?: (page: P) => string | undefined;
}

const PAGE_LIMIT = 1_000;
/** Pages that are remembered; a longer circle ends at the limit. */
const REMEMBERED = 10_000;

/**
 * Yields the pages of an AWS list until it has no next token.
 * @throws AppError `aws-failed` when AWS names a page again or names more pages than the limit,
 * which would never end.
 */
export async function* paginate<P>(
  fetchPage: (token: string | undefined) => Promise<P>,
  nextToken: (page: P) => string | undefined,
  { of = 'A list', limit = PAGE_LIMIT, begins = () => undefined }: ListInfo<P> = {},
): AsyncGenerator<P> {
  const seen = memory();
  const begun = memory();
  let token: string | undefined;
  for (let pages = 0; pages < limit; pages += 1) {
    const page: P = await fetchPage(token);
    if (begun(begins(page))) throw endless(of, 'AWS answered the same page twice');
    yield page;
    const next = nextToken(page);
    if (next === undefined || next === '') return;
    if (seen(next)) throw endless(of, 'AWS named the same next page twice');
    token = next;
  }
  throw endless(of, `AWS named a next page after ${limit.toLocaleString('en')} pages`);
}

/** Whether a text was given before; the absent one never was. */
function memory(): (text: string | undefined) => boolean {
  const seen = new Set<string>();
  return (text) => {
    if (text === undefined) return false;
    if (seen.has(text)) return true;
    if (seen.size < REMEMBERED) seen.add(text);
    return false;
  };
}

function endless(of: string, what: string): AppError {
  return new AppError('aws-failed', `${of} does not end: ${what}; reading stopped.`);
}
