import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Instant, msOfInstant } from '../shared/model/period.ts';

const TICK_MS = 30_000;
const ClockContext = createContext(0);

interface ClockProviderProps {
  /** The backend's time when it was asked. */
  readonly now: Instant;
  readonly children: ReactNode;
}

/** Runs the backend's clock on in the page, so that "12 min ago" stays true while a page is open. */
export function ClockProvider({ now, children }: ClockProviderProps) {
  const start = useMemo(() => msOfInstant(now) - performance.now(), [now]);
  const [ms, setMs] = useState(() => msOfInstant(now));
  useEffect(() => {
    const tick = () => setMs(start + performance.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [start]);
  return <ClockContext.Provider value={ms}>{children}</ClockContext.Provider>;
}

/** The present in milliseconds since the epoch, by the backend's clock; moves every half minute. */
export function useNowMs(): number {
  return useContext(ClockContext);
}
