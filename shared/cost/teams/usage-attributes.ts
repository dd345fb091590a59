import type { TagOwner, TeamRule } from '../../model/team-rules.ts';

/** Something that usage names, with what people call it. */
export interface Named {
  /** An id or ARN. */
  readonly id: string;
  /** Null where it was not read. */
  readonly name: string | null;
}

/** The tags of one thing that a call went through. */
export interface OwnedTags {
  readonly owner: TagOwner;
  readonly tags: Readonly<Record<string, string>>;
}

/** Everything that team rules look at. Null and empty where the basis does not know. */
export interface UsageAttributes {
  readonly accountId: string;
  /** Role or user ARN, with or without path; a session's ARN counts as its role. */
  readonly principalArn: string | null;
  /** See `callerBehind`. */
  readonly person: string | null;
  /** The application inference profile that was called. */
  readonly profile: Named | null;
  /** The mantle project. */
  readonly project: Named | null;
  readonly requestMetadata: Readonly<Record<string, string>>;
  readonly tags: readonly OwnedTags[];
}

/** The team of usage and what decided it. */
export interface TeamDecision {
  readonly team: string;
  /** Number of the rule that decided, from 1; null where none fits. */
  readonly rule: number | null;
  /** What it saw, for people: `tag team=data of the principal`; null where none fits. */
  readonly because: string | null;
}

/** A rule that cannot be used. */
export interface TeamRuleProblem {
  /** Number of the rule, from 1. */
  readonly rule: number;
  /** What is wrong and what to do, in a whole sentence. */
  readonly problem: string;
}

/** Rules made ready for many rows; give it the attributes of a row. */
export interface TeamAssigner {
  teamOf(attributes: UsageAttributes): TeamDecision;
  readonly rules: readonly TeamRule[];
}
