import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { instantOfMs } from '../../shared/model/period.ts';
import { useNowMs } from '../clock.tsx';
import { ExportNotesProvider, exportNotes } from '../components/table/export-notes.ts';
import { usePeriod, useWorkspace } from '../workspace.ts';

interface PageExportsProps {
  /** Whether the page shows the days that are chosen. */
  readonly hasPeriod: boolean;
  readonly children: ReactNode;
}

/** Tells the tables of a page what their exports say about it. */
export function PageExports({ hasPeriod, children }: PageExportsProps) {
  const workspace = useWorkspace();
  const [chosen] = usePeriod();
  const nowMs = useNowMs();
  const latest = useRef(nowMs);
  useEffect(() => {
    latest.current = nowMs;
  });
  // Tables are not drawn anew as the clock moves on.
  const notes = useCallback(() => {
    const { pathname, search } = window.location;
    return exportNotes({
      workspace,
      period: hasPeriod ? chosen : null,
      address: `${pathname}${search}`,
      now: instantOfMs(latest.current),
    });
  }, [workspace, chosen, hasPeriod]);
  return <ExportNotesProvider value={notes}>{children}</ExportNotesProvider>;
}
