import { saveFile } from '../../save-file.ts';
import type { Column } from './column.ts';
import { type ExportAbout, type ExportFormat, exportFile, exportTable } from './export-file.ts';
import { useExportNotes } from './export-notes.ts';

/** What is exported, and how. */
interface ExportedRows<T> {
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly format: ExportFormat;
  /** What is to be said of these rows alone. */
  readonly notes?: readonly string[];
}

/**
 * Begins an export: what it says about the page is fixed then, so that rows may be fetched while the
 * reader goes on; the function that it gives saves the file.
 */
export function useExport(about: ExportAbout): () => <T>(exported: ExportedRows<T>) => void {
  const pageNotes = useExportNotes();
  return () => {
    const before = [...pageNotes(), ...about.notes];
    return ({ columns, rows, format, notes = [] }) => {
      const table = exportTable(columns, rows, [...before, ...notes]);
      saveFile(exportFile(table, about, format));
    };
  };
}
