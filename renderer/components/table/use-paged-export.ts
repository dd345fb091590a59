import { useRef, useState } from 'react';
import type { Page } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import { countOf, exactCount } from '../../format.ts';
import { useNotices } from '../notices.tsx';
import { type CollectedRows, collectRows, EXPORT_LIMIT } from './collect-rows.ts';
import type { Column } from './column.ts';
import type { ExportFormat } from './export-file.ts';
import { useExport } from './use-export.ts';

interface PagedExportOptions<T> {
  /** Without its ending. */
  readonly fileName: string;
  /** What the table is called. */
  readonly title: string;
  /** One row in a word: `event`. */
  readonly noun: string;
  readonly columns: readonly Column<T>[];
  /** What the file says about its rows. */
  readonly notes?: readonly string[];
}

/** An export under way, if there is one, and how to start and stop it. */
export interface PagedExport<T> {
  readonly progress: { readonly done: number; readonly total: number } | null;
  start(format: ExportFormat, fetchPage: (offset: number, limit: number) => Promise<Page<T>>): void;
  cancel(): void;
}

/** Exports rows that the backend answers in pages, up to the limit, and says when it cut. */
export function usePagedExport<T>(options: PagedExportOptions<T>): PagedExport<T> {
  const { notify } = useNotices();
  const beginExport = useExport({ ...options, notes: options.notes ?? [] });
  const [progress, setProgress] = useState<PagedExport<T>['progress']>(null);
  const run = useRef({ cancelled: false });
  const exportAll: (...pages: Parameters<PagedExport<T>['start']>) => Promise<void> = async (
    format,
    fetchPage,
  ) => {
    const current = { cancelled: false };
    run.current = current;
    const save = beginExport();
    setProgress({ done: 0, total: 0 });
    try {
      const exported = await collectRows({
        fetchPage,
        onProgress: (done, total) => setProgress({ done, total }),
        cancelled: () => current.cancelled,
      });
      if (exported === null) return;
      const notice = noticeOf(options.noun, exported);
      const notes = notice.type === 'warning' ? [`${notice.header}.`] : [];
      save({ columns: options.columns, rows: exported.rows, format, notes });
      notify(notice);
    } catch (thrown) {
      const content = thrown instanceof AppError ? thrown.message : String(thrown);
      notify({ type: 'error', header: 'The export stopped; nothing was saved', content });
    } finally {
      setProgress(null);
    }
  };
  return {
    progress,
    start: (format, fetchPage) => {
      if (progress === null) void exportAll(format, fetchPage);
    },
    cancel: () => {
      run.current.cancelled = true;
    },
  };
}

function noticeOf<T>(noun: string, { rows, total }: CollectedRows<T>) {
  if (rows.length >= total) {
    return { type: 'success', header: `${countOf(rows.length, noun)} exported` } as const;
  }
  return {
    type: 'warning',
    header: `The first ${exactCount(rows.length)} of ${countOf(total, noun)} exported`,
    content: `One export takes at most ${exactCount(EXPORT_LIMIT)} rows. Narrow the filter, or use assay query.`,
  } as const;
}
