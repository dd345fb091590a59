import { HOUR_MS } from './calendar.ts';
import type { WorldSamples } from './facts.ts';

/** The samples of facts by the hour in which they happened; null gives no sample. */
export function hourly<T extends { readonly time: number }>(
  facts: readonly T[],
  sampleOf: (fact: T) => number | null,
): ReadonlyMap<number, WorldSamples> {
  const hours = new Map<number, WorldSamples>();
  for (const fact of facts) {
    const value = sampleOf(fact);
    if (value === null) continue;
    const hour = fact.time - (fact.time % HOUR_MS);
    hours.set(hour, addSample(hours.get(hour), value));
  }
  return hours;
}

function addSample(samples: WorldSamples | undefined, value: number): WorldSamples {
  if (samples === undefined) return { sum: value, count: 1, minimum: value, maximum: value };
  return {
    sum: samples.sum + value,
    count: samples.count + 1,
    minimum: Math.min(samples.minimum, value),
    maximum: Math.max(samples.maximum, value),
  };
}
