import type { PrincipalKind, UnreadPolicy } from '../../model/access.ts';
import type { DatasetId } from '../../model/dataset.ts';
import type { Instant } from '../../model/period.ts';
import type { AttachedPolicy, PolicySet } from '../evaluate/request.ts';

export type { PrincipalKind } from '../../model/access.ts';

import type { ContextKeys } from './context-keys.ts';

/** A policy with what a reader needs to find it again. */
export interface PlacedPolicy extends AttachedPolicy {
  /** The managed policy's ARN, or `<identity ARN> inline <name>`; unique in the organisation. */
  readonly id: string;
  /** How it comes to bear: `inline`, `attached`, `group reviewers`, `OU Workloads`, ... */
  readonly via: string;
  /** The JSON text as AWS tells it; null where it was not read. */
  readonly document: string | null;
  /** What hid it, where it was not read. */
  readonly unread?: UnreadPolicy;
}

/** An identity that may call models, with every policy that bears on it save those of resources. */
export interface AccessPrincipal {
  readonly arn: string;
  readonly accountId: string;
  /** As people know it: without path, permission sets by their name. */
  readonly name: string;
  readonly kind: PrincipalKind;
  readonly path: string;
  readonly createdAt: Instant | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly policies: Omit<PolicySet, 'identity' | 'boundary' | 'scps'> & {
    readonly identity: readonly PlacedPolicy[];
    readonly boundary: PlacedPolicy | null;
    readonly scps: readonly (readonly PlacedPolicy[])[] | null;
  };
  /** Condition keys that follow from who it is: tags, organisation. */
  readonly keys: ContextKeys;
}

/** What every request to resources of an account meets. */
export interface ResourceSide {
  readonly rcps: readonly (readonly PlacedPolicy[])[] | null;
  /** Resource policies by the ARN of the resource. */
  readonly resourcePolicies: ReadonlyMap<string, PlacedPolicy>;
  /** `aws:ResourceTag/<key>` by the ARN of the resource. */
  readonly resourceTags: ReadonlyMap<string, ContextKeys>;
  /** `aws:ResourceOrgID` and its like. */
  readonly keys: ContextKeys;
}

/** Something that decisions rest on and that was not read. */
export interface AccessGap {
  readonly dataset: DatasetId;
  readonly accountId: string;
  readonly region: string;
  /** The IAM action to grant; null where a grant would not help. */
  readonly action: string | null;
  readonly reason: string;
  /** What cannot be said because of it, in one sentence. */
  readonly consequence: string;
}

/** Everybody who may call models, and everything that was not read of them. */
export interface AccessWorld {
  readonly principals: readonly AccessPrincipal[];
  /** By account id. */
  readonly resources: ReadonlyMap<string, ResourceSide>;
  readonly accountNames: ReadonlyMap<string, string>;
  readonly gaps: readonly AccessGap[];
}

/** What the reader fixes of a request, to look again: "from the office", "with MFA". */
export interface ContextChoice {
  /** Values by condition key. */
  readonly keys: ContextKeys;
  /** Whether policies that were not read are taken to allow everything; otherwise they are unknown. */
  readonly assumeUnreadAllows: boolean;
}

/** Nothing is fixed. */
export const OPEN_CONTEXT: ContextChoice = { keys: {}, assumeUnreadAllows: false };
