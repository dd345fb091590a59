import { integerOf, textOf } from '../../protocols/input.ts';
import { type Page, pageOf, readToken, requestKey } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

/**
 * A page of a Bedrock list: `maxResults` 1 to 1,000, `nextToken` bound to the request. Some lists
 * answer fewer than they are asked for.
 */
export function bedrockPage<T>(call: Call, items: readonly T[], atMost = MAX_PAGE): Page<T> {
  const { input, identity, region } = call;
  const size = integerOf(input, 'maxResults') ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) {
    throw invalidInput(
      `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: Member must have value between 1 and ${MAX_PAGE}`,
    );
  }
  const scope = `${identity.accountId} ${region} ${call.request.path}`;
  const request = requestKey(input, scope, ['nextToken', 'maxResults']);
  const token = textOf(input, 'nextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) throw invalidInput('The pagination token is not valid.');
  return pageOf(items, { offset, size: Math.min(size, atMost), request });
}
