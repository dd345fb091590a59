import { AppError } from '../../../shared/model/app-error.ts';

/**
 * Yields the pages of an AWS list until it has no next token.
 * @throws AppError `aws-failed` when AWS answers the same token twice, which would never end.
 */
export async function* paginate<P>(
  fetchPage: (token: string | undefined) => Promise<P>,
  nextToken: (page: P) => string | undefined,
): AsyncGenerator<P> {
  let token: string | undefined;
  do {
    const page: P = await fetchPage(token);
    yield page;
    const next = nextToken(page);
    if (next !== undefined && next === token) {
      throw new AppError('aws-failed', 'AWS answered the same page token twice; reading stopped.');
    }
    token = next === '' ? undefined : next;
  } while (token !== undefined);
}
