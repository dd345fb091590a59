/** How reading ended: what was not read says why, and which IAM action is missing when denied. */
export type ReadOutcome =
  | { readonly status: 'collected' }
  | { readonly status: 'denied'; readonly action: string; readonly reason: string }
  | { readonly status: 'unavailable'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string };

/** How reading ended without an answer. */
export type Unread = Exclude<ReadOutcome, { readonly status: 'collected' }>;

const ANOTHERS_RESOURCE = /no resource-based polic(y|ies) allows? /;

/**
 * The IAM action that a policy of the reader's own can grant so that it is read; null where that is
 * not the reason, also where only the policy of another account's resource can grant it, which the
 * reason says in AWS's words.
 */
export function grantableAction(outcome: ReadOutcome): string | null {
  if (outcome.status !== 'denied' || ANOTHERS_RESOURCE.test(outcome.reason)) return null;
  return outcome.action;
}

/**
 * A part of an item that AWS answers by a call of its own, which may fail by itself: a bucket's
 * policy, a trail's selectors. A rule that needs an unread part answers `unknown` for that item.
 */
export type Part<T> =
  | { readonly read: true; readonly value: T }
  | { readonly read: false; readonly outcome: Unread };
