/** The team of usage that no rule names. */
export const UNASSIGNED = 'unassigned';

/** What carries a tag that usage is assigned by. */
export const TAG_OWNERS = ['profile', 'model', 'principal', 'account'] as const;

/**
 * An application inference profile, bought capacity or a custom model that was called, a role or user,
 * or an account of the organisation. Assay reads no tags of mantle projects.
 */
export type TagOwner = (typeof TAG_OWNERS)[number];

/**
 * One rule that assigns usage to a team; of several, the first that fits decides. Patterns match
 * the whole text, case-sensitively: `*` stands for any characters, `?` for one.
 */
export type TeamRule =
  /** `pattern` against the role's or user's ARN (with and without path) and its bare name. */
  | { readonly by: 'principal'; readonly pattern: string; readonly team: string }
  /** `pattern` against the person behind the call (see `callerBehind`), e.g. `*@data.example.com`. */
  | { readonly by: 'person'; readonly pattern: string; readonly team: string }
  /** `pattern` against the ARN, id and name of the application inference profile that was called. */
  | { readonly by: 'profile'; readonly pattern: string; readonly team: string }
  /** `pattern` against the id and name of the mantle project. */
  | { readonly by: 'project'; readonly pattern: string; readonly team: string }
  /** A 12-digit account id. */
  | { readonly by: 'account'; readonly accountId: string; readonly team: string }
  | ({ readonly by: 'tag'; readonly owner: TagOwner | null } & KeyedRule)
  /** A key of the request metadata that came with the call. */
  | ({ readonly by: 'metadata' } & KeyedRule);

/** A rule over a key with values. */
export interface KeyedRule {
  readonly key: string;
  /** A pattern that the value must match; null takes any value that is not empty. */
  readonly value: string | null;
  /** Null names the team as the value. */
  readonly team: string | null;
}
