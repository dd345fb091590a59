import { ACCOUNT } from '../organization.ts';

/** The keys of this world that several services name, as ARNs. */
export const KEYS = {
  /** Encrypts the organisation's trail; log-archive lets all members use it. */
  organizationTrail: keyArn(
    'us-east-1',
    ACCOUNT.logArchive,
    'b0c5a7e2-4d19-4f0e-9a63-5e2f8c1d7a40',
  ),
} as const;

/** The ARN of a key of this world. */
export function keyArn(region: string, accountId: string, keyId: string): string {
  return `arn:aws:kms:${region}:${accountId}:key/${keyId}`;
}
