import { integerOf, textOf } from '../../protocols/input.ts';
import { type Page, pageOf, readToken, requestKey } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';

/** A page of a Cost Explorer list; the name of its token parameter differs between operations. */
export function cePage<T>(
  { input, identity, request }: Call,
  items: readonly T[],
  { token: name, largest = 100 }: { readonly token: string; readonly largest?: number },
): Page<T> {
  const size = integerOf(input, 'MaxResults') ?? largest;
  if (size < 1 || size > largest) {
    throw invalidInput(`MaxResults must be between 1 and ${largest}`);
  }
  const target = request.headers['x-amz-target'] ?? '';
  const key = requestKey(input, `${identity.accountId} ${target}`, [name, 'MaxResults']);
  const token = textOf(input, name);
  const offset = token === undefined ? 0 : readToken(token, key)?.offset;
  if (offset === undefined) {
    throw new WireFault('InvalidNextTokenException', 400, 'Invalid pagination token.');
  }
  return pageOf(items, { offset, size, request: key });
}
