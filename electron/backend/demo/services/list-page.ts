import { integerOf, textOf } from '../protocols/input.ts';
import { type Page, pageOf, readToken, requestKey } from '../protocols/page.ts';
import type { Call } from '../service.ts';
import { invalidInput, type WireFault } from '../wire-fault.ts';

/** How an operation pages: the names of its parameters and how many it gives at once. */
export interface Paging {
  readonly size: string;
  readonly token: string;
  readonly usual: number;
  readonly most: number;
  /** The fewest that may be asked for; 1 when absent. */
  readonly least?: number;
  /** The service's own error for a token that it did not give. */
  readonly badToken?: () => WireFault;
}

/** A page of a list; a size outside the limits and a token of another request are refused. */
export function listPage<T>(call: Call, items: readonly T[], paging: Paging): Page<T> {
  const { input, identity, region, request } = call;
  const { size: sizeName, token: tokenName, usual, most, least = 1 } = paging;
  const size = integerOf(input, sizeName) ?? usual;
  if (size < least || size > most) {
    throw invalidInput(
      `Value '${size}' at '${sizeName}' failed to satisfy constraint: Member must have value between ${least} and ${most}`,
    );
  }
  const target = request.headers['x-amz-target'] ?? request.path;
  const key = requestKey(input, `${identity.accountId} ${region} ${target}`, [sizeName, tokenName]);
  const token = textOf(input, tokenName);
  const offset = token === undefined ? 0 : readToken(token, key)?.offset;
  if (offset === undefined) {
    throw paging.badToken?.() ?? invalidInput('The pagination token is not valid.');
  }
  return pageOf(items, { offset, size, request: key });
}
