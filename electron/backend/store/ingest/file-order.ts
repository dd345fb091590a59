import type { LogFile } from '../store.ts';

const DATED = /(\d{4})\/(\d{2})\/(\d{2})(?:\/(\d{2}))?\/|_(\d{8}T\d{4})Z_/;

/**
 * Files by the date in their names, so that neighbours in the table are neighbours in time (S3
 * lists by account and Region first) and the search for repeats stays narrow.
 */
export function inDateOrder(files: readonly LogFile[]): readonly LogFile[] {
  return files
    .map((file) => ({ file, date: dateOf(file.key) }))
    .sort((a, b) => compare(a.date, b.date) || compare(a.file.key, b.file.key))
    .map(({ file }) => file);
}

function dateOf(key: string): string {
  const match = DATED.exec(key);
  return match === null ? '' : match.slice(1, 5).join('') || (match[5] ?? '');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
