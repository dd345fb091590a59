import { createHash } from 'node:crypto';
import type { Input } from './input.ts';

/** One page of a list and the token of the next one, absent on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Cuts a page out of a list, from `offset`. */
export function pageOf<T>(
  items: readonly T[],
  at: { readonly offset: number; readonly size: number; readonly request: string },
): Page<T> {
  const end = at.offset + at.size;
  const next = end < items.length ? writeToken(at.request, { offset: end }) : undefined;
  return { items: items.slice(at.offset, end), next };
}

/** What makes a token belong to a request: its parameters without paging, and who asks where. */
export function requestKey(input: Input, scope: string, paging: readonly string[]): string {
  const rest = Object.entries(input)
    .filter(([name]) => !paging.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([scope, rest]))
    .digest('base64url')
    .slice(0, 16);
}

/** A token that says where to go on, bound to its request. */
export function writeToken(request: string, position: Readonly<Record<string, number>>): string {
  return Buffer.from(JSON.stringify({ request, ...position })).toString('base64url');
}

/** The position that a token holds; null when it is not a token of this request. */
export function readToken(token: string, request: string): Readonly<Record<string, number>> | null {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  const value = safeJson(text);
  if (typeof value !== 'object' || value === null || !('request' in value)) return null;
  if (value.request !== request) return null;
  const numbers = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0,
  );
  return Object.fromEntries(numbers);
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
