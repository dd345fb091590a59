import type { Instant } from '../../../../../shared/model/period.ts';
import { keyFingerprint, publicKeyDer } from './signing-key.ts';

/** A key that CloudTrail signs digests with. */
export interface DigestKey {
  /** PKCS#1, DER. */
  readonly value: Buffer;
  readonly fingerprint: string;
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

/** What verifies the digests of trails. */
export interface DigestsWorld {
  /** The keys of a Region; in this world all Regions share one. */
  digestKeys(region: string): readonly DigestKey[];
}

/** The key of every Region. */
export const digestsWorld: DigestsWorld = {
  digestKeys: () => [
    {
      value: publicKeyDer,
      fingerprint: keyFingerprint,
      validFrom: '2026-01-01T00:00:00Z',
      validTo: '2030-01-01T00:00:00Z',
    },
  ],
};
