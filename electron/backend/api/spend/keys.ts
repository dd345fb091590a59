import type { KnownKey, SpendKeys } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { ApiContext } from '../context.ts';
import { currentReadings, type ReadingsOfDataset } from '../inventory-api.ts';
import { readTagged, type Tags } from './tagged.ts';

/** Values that are told of each key. */
const MOST_VALUES = 50;
/** Keys that are told: nobody chooses from more. */
const MOST_KEYS = 200;

/** The keys of tags and of request metadata that there are, to choose from. */
export async function spendKeys(
  context: ApiContext,
  period: Input<'spend.keys'>,
): Promise<SpendKeys> {
  const [readings, seen] = await Promise.all([
    currentReadings(context),
    context.workspace().store.ask('metadata-seen', period),
  ]);
  const tags = keysOf(allTags(readings).map((own) => ({ pairs: own, times: 1 })));
  return {
    tags: [...tags].sort((a, b) => (a.key < b.key ? -1 : 1)),
    metadata: keysOf(
      seen.map(({ requestMetadata, calls }) => ({ pairs: pairsOf(requestMetadata), times: calls })),
    ),
  };
}

function allTags(readings: ReadingsOfDataset): readonly Tags[] {
  const { profiles, models, accounts } = readTagged(readings);
  const identities = readings('account-authorization').flatMap(({ items }) =>
    items.flatMap((item) => item.identities),
  );
  return [
    ...profiles.values(),
    ...models.values(),
    ...accounts.values(),
    ...identities.map((identity) => identity.tags),
  ];
}

/** Metadata is an object of texts; what is none has no keys. */
function pairsOf(requestMetadata: string): Tags {
  const read: unknown = JSON.parse(requestMetadata);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return {};
  return Object.fromEntries(
    Object.entries(read).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    ),
  );
}

/** Keys with their values, the most frequent of both first. */
export function keysOf(
  seen: readonly { readonly pairs: Tags; readonly times: number }[],
): readonly KnownKey[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { pairs, times } of seen) {
    for (const [key, value] of Object.entries(pairs)) {
      const values = counts.get(key) ?? new Map<string, number>();
      counts.set(key, values.set(value, (values.get(value) ?? 0) + times));
    }
  }
  return byCount([...counts].map(([key, values]) => [{ key, values }, sumOf(values)] as const))
    .slice(0, MOST_KEYS)
    .map(({ key, values }) => ({ key, values: byCount([...values]).slice(0, MOST_VALUES) }));
}

function sumOf(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((sum, times) => sum + times, 0);
}

function byCount<T>(counted: readonly (readonly [T, number])[]): readonly T[] {
  return [...counted].sort(([, a], [, b]) => b - a).map(([one]) => one);
}
