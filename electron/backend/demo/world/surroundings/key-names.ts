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

/** The key that the logs of an account and Region are encrypted with. */
export function logKeyArn(accountId: string, region: string): string {
  return keyArn(region, accountId, '3d6f1b84-9c27-4a5e-8e10-7b2d4f6a9c31');
}

/** The ARN of a key of this world. */
export function keyArn(region: string, accountId: string, keyId: string): string {
  return `arn:aws:kms:${region}:${accountId}:key/${keyId}`;
}
