import { integerOf, textOf } from '../../protocols/input.ts';
import { pageOf, readToken, requestKey } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;
const PAGING = ['Marker', 'MaxItems', 'Action', 'Version'];

/** One page of a list of IAM, by `MaxItems` (100 unless asked) and `Marker`. */
export interface IamPage<T> {
  readonly items: readonly T[];
  readonly IsTruncated: boolean;
  readonly Marker: string | undefined;
}

/** Cuts the page that a call asks for; a marker of another request is refused. */
export function iamPage<T>({ identity, input }: Call, all: readonly T[]): IamPage<T> {
  const request = requestKey(input, identity.accountId, PAGING);
  const marker = textOf(input, 'Marker');
  const offset = marker === undefined ? 0 : readToken(marker, request)?.offset;
  if (offset === undefined) throw invalidInput('Invalid Marker.');
  const size = integerOf(input, 'MaxItems') ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) throw invalidInput(`MaxItems must be 1 to ${MAX_PAGE}.`);
  const page = pageOf(all, { offset, size, request });
  return { items: page.items, IsTruncated: page.next !== undefined, Marker: page.next };
}
