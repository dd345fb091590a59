import { setInterval } from 'node:timers';
import type { Settings } from '../../../shared/api/answers.ts';
import { dayOf, type Instant, monthOf } from '../../../shared/model/period.ts';
import { createMeteredCalls, type MeteredCalls } from '../aws/metered-calls.ts';
import type { Store } from '../store/store.ts';

const FLUSH_MS = 3_000;

export interface BooksOptions {
  readonly scanId: string;
  readonly store: Store;
  readonly settings: Pick<Settings, 'watchingCapUsd'>;
  readonly clock: () => Instant;
}

/**
 * Counts and prices the calls of `work`, with what this month has cost before. What was counted is
 * written every few seconds and at the end, however it ends, so that a killed program forgets no
 * more than those seconds.
 */
export async function withBooks<T>(
  options: BooksOptions,
  work: (meter: MeteredCalls) => Promise<T>,
): Promise<T> {
  const { store, settings, scanId, clock } = options;
  const spent = await store.watching(monthOf(dayOf(clock())));
  const meter = createMeteredCalls({
    scanId,
    clock,
    capUsd: settings.watchingCapUsd,
    spentUsd: spent.map(({ usd }) => usd),
  });
  let writing: Promise<void> = Promise.resolve();
  const write = () => {
    writing = writing.then(() => store.putWatching(meter.takeRows()));
    writing.catch(() => undefined);
  };
  const timer = setInterval(write, FLUSH_MS);
  try {
    return await work(meter);
  } finally {
    clearInterval(timer);
    write();
    await writing;
  }
}
