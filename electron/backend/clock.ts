import { type Instant, instantOfMs } from '../../shared/model/period.ts';

/** The machine's clock as a UTC instant; the one place where hosts and backend read it. */
export function systemNow(): Instant {
  return instantOfMs(Date.now());
}
