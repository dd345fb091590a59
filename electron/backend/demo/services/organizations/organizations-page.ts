import { integerOf, textOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';

const MAX_PAGE = 20;

/** One page of a list, 20 items at most; a token of another request is refused as AWS does. */
export function organizationsPage<T>({ identity, input, request }: Call, all: readonly T[]) {
  const target = String(request.headers['x-amz-target'] ?? '');
  const key = requestKey(input, `${identity.accountId} ${target}`, ['NextToken', 'MaxResults']);
  const size = integerOf(input, 'MaxResults') ?? MAX_PAGE;
  if (size < 1 || size > MAX_PAGE) throw invalid(`MaxResults must be 1 to ${MAX_PAGE}.`);
  const token = textOf(input, 'NextToken');
  const offset = token === undefined ? 0 : readToken(token, key)?.offset;
  if (offset === undefined) throw invalid('You specified an invalid value for NextToken.');
  return pageOf(all, { offset, size, request: key });
}

/** AWS's error for a parameter that does not fit. */
export function invalid(message: string): WireFault {
  return new WireFault('InvalidInputException', 400, message);
}
