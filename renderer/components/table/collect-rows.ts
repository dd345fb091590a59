import type { Page } from '../../../shared/api/answers.ts';

/** How many rows one export takes at most; more belongs into `assay query`. */
export const EXPORT_LIMIT = 50_000;
const EXPORT_PAGE = 500;

/** The rows of an export; `total` counts what matched, so `rows.length < total` means it was cut. */
export interface CollectedRows<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

interface CollectTask<T> {
  /** Fetches one page; throws what the backend answers as an error. */
  readonly fetchPage: (offset: number, limit: number) => Promise<Page<T>>;
  readonly onProgress: (done: number, total: number) => void;
  readonly cancelled: () => boolean;
}

/** Reads rows from the backend page by page, up to the limit; null when it was cancelled on the way. */
export async function collectRows<T>(task: CollectTask<T>): Promise<CollectedRows<T> | null> {
  const rows: T[] = [];
  let total = EXPORT_LIMIT;
  while (rows.length < Math.min(total, EXPORT_LIMIT)) {
    const limit = Math.min(EXPORT_PAGE, EXPORT_LIMIT - rows.length);
    const page = await task.fetchPage(rows.length, limit);
    if (task.cancelled()) return null;
    if (page.rows.length === 0) return { rows, total: Math.max(page.total, rows.length) };
    rows.push(...page.rows);
    total = page.total;
    task.onProgress(rows.length, Math.min(total, EXPORT_LIMIT));
  }
  return { rows, total };
}
