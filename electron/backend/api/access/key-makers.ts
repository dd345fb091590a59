import { AppError } from '../../../../shared/model/app-error.ts';
import type { Period } from '../../../../shared/model/period.ts';
import type { Store } from '../../store/store.ts';

/** Who made which API keys, by credential id, as far as stored events tell. */
export async function keyMakers(
  store: Store,
  period: Period,
): Promise<ReadonlyMap<string, string>> {
  const events = await store.ask('key-events', period);
  const makers = new Map<string, string>();
  for (const { eventId, principalArn } of events) {
    if (principalArn === null) continue;
    const credential = credentialIn(await recordOf(store, eventId));
    if (credential !== null) makers.set(credential, principalArn);
  }
  return makers;
}

/** Null where the file that the event came from has gone since. */
async function recordOf(store: Store, eventId: string): Promise<unknown> {
  try {
    return (await store.rawRecord(eventId)).record;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null;
    throw error;
  }
}

/** `responseElements.serviceSpecificCredential.serviceSpecificCredentialId` of the event's record. */
function credentialIn(record: unknown): string | null {
  const path = ['responseElements', 'serviceSpecificCredential', 'serviceSpecificCredentialId'];
  const found = path.reduce<unknown>(memberOf, record);
  return typeof found === 'string' ? found : null;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
