import type { AccessGap } from '../access/world/access-world.ts';
import type { DecisionWord } from '../model/access.ts';
import type { Instant, Period } from '../model/period.ts';

/** A Bedrock API key. */
export interface ApiKeyRow {
  readonly kind: 'long-term' | 'short-term';
  /** The credential's id; null for short-term keys, which AWS does not list. */
  readonly credentialId: string | null;
  readonly accountId: string;
  /** The user it belongs to, or the principal whose session made it. */
  readonly ownerArn: string;
  readonly ownerName: string;
  /** Whether the user was made for the key alone. */
  readonly madeForKey: boolean;
  readonly status: string;
  /** Whether AWS still takes it: neither switched off nor past its end. */
  readonly usable: boolean;
  /** Who made it, by the event; null where no event tells. */
  readonly createdBy: string | null;
  readonly createdAt: Instant | null;
  /** Null with `neverExpires`, and where nobody tells. */
  readonly expiresAt: Instant | null;
  readonly neverExpires: boolean;
  /** Null where no event shows one in the window. */
  readonly lastUsedAt: Instant | null;
  readonly calls: number;
  /** How many models the owner may call with it; none where AWS takes the key no more. */
  readonly models: {
    readonly allowed: number;
    readonly conditional: number;
    readonly unknown: number;
  };
  /** Whether `CallWithBearerToken` is allowed on each plane. */
  readonly bearer: { readonly runtime: DecisionWord; readonly mantle: DecisionWord };
  /** What the owner may do beside Bedrock: the services, as `iam`, `ec2`. */
  readonly otherServices: readonly string[];
  /** Other credentials of the owner: access keys, passwords, more keys. */
  readonly otherCredentials: readonly string[];
}

/** All keys, and what could not be read. */
export interface ApiKeysAnswer {
  readonly window: Period;
  readonly keys: readonly ApiKeyRow[];
  readonly gaps: readonly AccessGap[];
}
