import { SOURCE_KINDS } from '../../../shared/model/settings.ts';
import type { Store } from '../store/store.ts';
import type { LastReadings } from './scheduler.ts';
import { kindOfSource } from './source-kind.ts';

/** When each kind of source was read last, by what the store keeps of readings. */
export async function lastRead(store: Store): Promise<LastReadings> {
  const snapshot = await store.latestSnapshot();
  const sources = await store.latestSourceReadings();
  const read = [
    ...(snapshot?.readings ?? []).map((one) => ({ ...one, kind: 'configuration' as const })),
    ...sources.map((one) => ({ ...one, kind: kindOfSource(one.source) })),
  ];
  const kinds = SOURCE_KINDS.map((kind) => {
    const own = read.filter((one) => one.kind === kind);
    const at = own.reduce((newest, { readAt }) => (readAt > newest ? readAt : newest), '');
    const failed = own.filter(({ outcome }) => outcome.status === 'failed').length;
    return [kind, { at, failed: failed * 2 > own.length }] as const;
  });
  return Object.fromEntries(kinds.filter(([, { at }]) => at !== ''));
}
