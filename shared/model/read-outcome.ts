/** How reading ended: what was not read says why, and which IAM action is missing when denied. */
export type ReadOutcome =
  | { readonly status: 'collected' }
  | { readonly status: 'denied'; readonly action: string; readonly reason: string }
  | { readonly status: 'unavailable'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string };

/** How reading ended without an answer. */
export type Unread = Exclude<ReadOutcome, { readonly status: 'collected' }>;

/**
 * A part of an item that AWS answers by a call of its own, which may fail by itself: a bucket's
 * policy, a trail's selectors. A rule that needs an unread part answers `unknown` for that item.
 */
export type Part<T> =
  | { readonly read: true; readonly value: T }
  | { readonly read: false; readonly outcome: Unread };
