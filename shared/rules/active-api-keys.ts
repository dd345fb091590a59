import type { ApiKey } from '../model/dataset.ts';
import { type Day, dayOf } from '../model/period.ts';

/** Keys that may still be called with: active, or of a status that AWS did not tell. */
export function activeKeys(keys: readonly ApiKey[], today: Day): readonly ApiKey[] {
  return keys.filter(
    ({ status, expiresAt }) =>
      (status === 'Active' || status === 'unknown') &&
      (expiresAt === null || dayOf(expiresAt) >= today),
  );
}

/** The active keys of each user that has one. */
export function keysByUser(
  keys: readonly ApiKey[],
  today: Day,
): readonly (readonly [userName: string, keys: readonly ApiKey[]])[] {
  const users = new Map<string, ApiKey[]>();
  for (const key of activeKeys(keys, today)) {
    users.set(key.userName, [...(users.get(key.userName) ?? []), key]);
  }
  return [...users];
}

/** How an API key is named where AWS has no ARN for it: its user and its id. */
export function keyName({ userName, credentialId }: ApiKey): string {
  return `${userName} ${credentialId}`;
}
