import type { Partition } from '../model/partition.ts';
import type { MissingGrant, Refusal } from './missing-permissions.ts';

/** One managed policy: a document that is valid by itself. */
export interface PolicyPart {
  readonly json: string;
  /** Without white space, as IAM counts. */
  readonly characters: number;
}

/** The least-privilege IAM policy for Assay itself, generated from collectors and sources. */
export interface RequiredPolicy {
  readonly json: string;
  /** Without white space, as IAM counts. */
  readonly characters: number;
  /** What one managed policy may have; more must be attached as several, its parts. */
  readonly charactersAllowed: number;
  /** The same as few managed policies as hold it, each within that limit; one where it fits. */
  readonly parts: readonly PolicyPart[];
  readonly actions: readonly { readonly action: string; readonly usedFor: string }[];
  /** The part of AWS whose ARNs it names; IAM refuses those of another. */
  readonly partition: Partition;
}

/** A policy for one partition, and which partitions the workspace's connections are in. */
export interface WorkspacePolicy extends RequiredPolicy {
  /** Each of them needs a policy of its own; empty without connections. */
  readonly partitions: readonly Partition[];
}

/** What was denied and would be read with one more policy, and what no policy of one's own allows. */
export interface MissingPolicy {
  /** The part of AWS that it is for, and those in which anything was denied. */
  readonly partition: Partition;
  readonly partitions: readonly Partition[];
  /** Managed policies with the denied actions on what they were denied on; empty without any. */
  readonly parts: readonly PolicyPart[];
  readonly grants: readonly MissingGrant[];
  readonly refusals: readonly OwnedRefusal[];
}

/** A refusal with who can lift it. */
export interface OwnedRefusal extends Refusal {
  /** The account that the resource belongs to; null where nothing tells. */
  readonly owner: string | null;
}
