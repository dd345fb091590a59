import { createContext, useCallback, useContext, useMemo } from 'react';
import type { WorkspaceInfo } from '../shared/api/answers.ts';
import { type Day, dayOf, type Period } from '../shared/model/period.ts';
import { navigate, useLocation } from './navigation.ts';
import { readPeriod } from './period.ts';

const WorkspaceContext = createContext<WorkspaceInfo | null>(null);

/** Gives pages the open workspace. */
export const WorkspaceProvider = WorkspaceContext.Provider;

/**
 * The open workspace.
 * @throws Error outside of `WorkspaceProvider`.
 */
export function useWorkspace(): WorkspaceInfo {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace is used outside of WorkspaceProvider');
  return workspace;
}

/** Today as a UTC day, by the backend's clock. */
export function useToday(): Day {
  return dayOf(useWorkspace().now);
}

/** The period of the address (the current month by default) and the way to choose another. */
export function usePeriod(): readonly [Period, (period: Period) => void] {
  const { search } = useLocation();
  const today = useToday();
  const period = useMemo(() => readPeriod(search, today), [search, today]);
  const choose = useCallback((next: Period) => {
    const params = new URLSearchParams(window.location.search);
    params.set('from', next.from);
    params.set('to', next.to);
    params.delete('month');
    params.delete('offset');
    navigate(`${window.location.pathname}?${params}`);
  }, []);
  return [period, choose];
}
