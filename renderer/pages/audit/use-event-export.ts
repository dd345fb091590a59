import { useRef, useState } from 'react';
import type { Input } from '../../../shared/api/contract.ts';
import { unwrap } from '../../../shared/api/result.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import { useNotices } from '../../components/notices.tsx';
import { tableCsv } from '../../components/table/data-table.tsx';
import { saveFile } from '../../csv.ts';
import { countOf, exactCount } from '../../format.ts';
import { usePageApi } from '../../queries/page-api.ts';
import { EVENT_COLUMNS } from './event-columns.tsx';
import { collectEvents, type ExportedEvents } from './export-events.ts';

/** The filter and order to export; paging is done here. */
export type ExportInput = Omit<Input<'events.list'>, 'offset' | 'limit'>;

/** An export under way, if there is one, and how to start and stop it. */
export interface EventExport {
  readonly progress: { readonly done: number; readonly total: number } | null;
  start(input: ExportInput): void;
  cancel(): void;
}

/** Exports every filtered event as CSV, up to the limit, and says so when that cut it. */
export function useEventExport(): EventExport {
  const { call } = usePageApi();
  const { notify } = useNotices();
  const [progress, setProgress] = useState<EventExport['progress']>(null);
  const run = useRef({ cancelled: false });
  const exportAll = async (input: ExportInput) => {
    const current = { cancelled: false };
    run.current = current;
    setProgress({ done: 0, total: 0 });
    try {
      const exported = await collectEvents({
        fetchPage: async (offset, limit) =>
          unwrap(await call('events.list', { ...input, offset, limit })),
        onProgress: (done, total) => setProgress({ done, total }),
        cancelled: () => current.cancelled,
      });
      if (exported !== null) {
        saveFile(`assay-events-${input.from}.csv`, tableCsv(EVENT_COLUMNS, exported.rows));
        notify(noticeOf(exported));
      }
    } catch (thrown) {
      const content = thrown instanceof AppError ? thrown.message : String(thrown);
      notify({ type: 'error', header: 'The export stopped; nothing was saved', content });
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    start: (input) => {
      if (progress === null) void exportAll(input);
    },
    cancel: () => {
      run.current.cancelled = true;
    },
  };
}

function noticeOf({ rows, total }: ExportedEvents) {
  if (rows.length >= total) {
    return { type: 'success', header: `${countOf(rows.length, 'event')} exported` } as const;
  }
  return {
    type: 'warning',
    header: `The first ${exactCount(rows.length)} of ${exactCount(total)} events exported`,
    content: 'One export takes at most 10,000 rows. Narrow the filter, or use assay query.',
  } as const;
}
