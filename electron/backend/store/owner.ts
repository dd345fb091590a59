import { AppError } from '../../../shared/model/app-error.ts';

const OWNED = Symbol.for('assay.store.owned');

interface OwningProcess {
  [OWNED]?: Set<string>;
}

/**
 * Claims a database file for one store in this process. A second DuckDB instance on the same file
 * in one process silently loses committed rows, so the claim is kept on `process`, where every
 * copy of this module sees it.
 * @throws AppError `conflict` when the file is open already.
 */
export function claimFile(file: string): () => void {
  const owner = process as OwningProcess;
  const owned = owner[OWNED] ?? new Set<string>();
  owner[OWNED] = owned;
  if (owned.has(file)) {
    throw new AppError('conflict', `${file} is open in this program already; use that one.`);
  }
  owned.add(file);
  return () => owned.delete(file);
}
