import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Caller } from '../../aws/caller.ts';
import type { Clients } from '../../aws/clients.ts';
import { paginate } from '../../aws/paginate.ts';
import { list } from '../../aws/required.ts';

/** The keys that CloudTrail signed with in a Region, by fingerprint. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/**
 * Asks CloudTrail for the keys of a Region that were valid at some time between two.
 * @throws CallFailure; AppError `cancelled`.
 */
export async function readPublicKeys(
  { clients, region, call }: { clients: Clients; region: string; call: Caller['call'] },
  range: { readonly fromMs: number; readonly toMs: number },
): Promise<PublicKeys> {
  const keys = new Map<string, KeyObject>();
  const pages = paginate(
    (NextToken) =>
      call('cloudtrail:ListPublicKeys', async (options) =>
        (await clients.cloudtrail(region)).listPublicKeys(
          { StartTime: new Date(range.fromMs), EndTime: new Date(range.toMs), NextToken },
          options,
        ),
      ),
    (page) => page.NextToken,
    { of: 'cloudtrail:ListPublicKeys', begins: (page) => page.PublicKeyList?.[0]?.Fingerprint },
  );
  for await (const page of pages) {
    for (const { Fingerprint, Value } of list(page.PublicKeyList)) {
      const key = Value === undefined ? null : keyOf(Value);
      if (Fingerprint !== undefined && key !== null) keys.set(Fingerprint, key);
    }
  }
  return keys;
}

/** An RSA key as PKCS#1 DER; null for what is none, which then verifies nothing. */
function keyOf(der: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'pkcs1' });
  } catch {
    return null;
  }
}
