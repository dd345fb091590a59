/** How reading ended: what was not read says why, and which IAM action is missing when denied. */
export type ReadOutcome =
  | { readonly status: 'collected' }
  | { readonly status: 'denied'; readonly action: string; readonly reason: string }
  | { readonly status: 'unavailable'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string };

/** How reading ended without an answer. */
export type Unread = Exclude<ReadOutcome, { readonly status: 'collected' }>;

/**
 * What refuses beside the reader's own policies, in AWS's words (IAM guide, "Troubleshoot access
 * denied error messages"): an explicit deny anywhere, or another kind of policy that does not allow.
 */
const REFUSED_BY =
  /explicit deny in an? ([A-Za-z -]+?(?:policy|boundary))|because (?:.*, )?no ((?!identity-based)[A-Za-z -]+?(?:policy|policies|boundary)) allows? /;

const DENIED_RESOURCE = /on resource: "?(\*|arn:[^\s"]+?)"?(?=[\s,]|\.?$)/;

/**
 * The kind of policy that refused where no policy of the reader's own can grant the action, as in
 * `resource-based policy`; null where one can.
 */
export function refusedBy(reason: string): string | null {
  const [, denying, silent] = REFUSED_BY.exec(reason) ?? [];
  return denying ?? silent?.replace(/policies$/, 'policy') ?? null;
}

/** The ARN (or `*`) that AWS says was not to be read; null where it says none. */
export function deniedResource(reason: string): string | null {
  return DENIED_RESOURCE.exec(reason)?.[1] ?? null;
}

/**
 * The IAM action that a policy of the reader's own can grant so that it is read; null where that is
 * not the reason, also where something else refuses, which the reason says in AWS's words.
 */
export function grantableAction(outcome: ReadOutcome): string | null {
  if (outcome.status !== 'denied' || refusedBy(outcome.reason) !== null) return null;
  return outcome.action;
}

/**
 * A part of an item that AWS answers by a call of its own, which may fail by itself: a bucket's
 * policy, a trail's selectors. A rule that needs an unread part answers `unknown` for that item.
 */
export type Part<T> =
  | { readonly read: true; readonly value: T }
  | { readonly read: false; readonly outcome: Unread };
