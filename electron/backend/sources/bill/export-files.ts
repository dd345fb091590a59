import { z } from 'zod';
import { AppError } from '../../../../shared/model/app-error.ts';
import { isMonth, type Month } from '../../../../shared/model/period.ts';

/** An object of an export's folder. */
export interface ExportObject {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  readonly modifiedMs: number;
}

const PERIOD = /^(data|metadata)\/BILLING_PERIOD=(\d{4}-\d{2})\/(?:([^/]+)\/)?[^/]+$/;
const DATA_FILE = /\.(csv\.gz|csv|parquet)$/i;

/** The month and, where an export keeps its older versions, the execution that a key belongs to. */
export function placeInExport(
  root: string,
  key: string,
): { readonly part: string; readonly month: Month; readonly execution: string | null } | null {
  const [, part, month, execution] = PERIOD.exec(key.slice(root.length)) ?? [];
  if (!key.startsWith(root) || part === undefined || month === undefined || !isMonth(month)) {
    return null;
  }
  return { part, month, execution: execution ?? null };
}

/**
 * The manifest that counts for each month: the one beside the executions' folders, which AWS writes
 * last at every refresh; without one, that of the newest execution.
 */
export function newestManifests(
  root: string,
  objects: readonly ExportObject[],
): ReadonlyMap<Month, ExportObject> {
  const newest = new Map<Month, ExportObject & { readonly top: boolean }>();
  for (const object of objects) {
    const place = placeInExport(root, object.key);
    if (place?.part !== 'metadata' || !object.key.endsWith('-Manifest.json')) continue;
    const found = { ...object, top: place.execution === null };
    const known = newest.get(place.month);
    if (known === undefined || isNewer(found, known)) newest.set(place.month, found);
  }
  return newest;
}

type Ranked = ExportObject & { readonly top: boolean };

function isNewer(a: Ranked, b: Ranked): boolean {
  return a.top === b.top ? a.modifiedMs > b.modifiedMs : a.top;
}

const manifestSchema = z.object({
  executionId: z.string().optional(),
  dataFiles: z.array(z.string()).optional(),
});

/** What a manifest says; `dataFiles` null where it names no files. */
export interface ExportManifest {
  readonly executionId: string | null;
  /** Keys in the export's bucket. */
  readonly dataFiles: readonly string[] | null;
}

/** @throws AppError `aws-failed` when the text is no manifest. */
export function readManifest(text: string): ExportManifest {
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new AppError('aws-failed', 'The manifest of the export is damaged.');
  const { executionId, dataFiles } = parsed.data;
  return {
    executionId: executionId ?? null,
    dataFiles: dataFiles?.map((file) => file.replace(/^s3:\/\/[^/]+\//, '')) ?? null,
  };
}

/**
 * The files of a month that a manifest stands for.
 * @throws AppError `aws-failed` when the bucket lacks one of them: a bill with holes is no bill.
 */
export function filesOf(
  root: string,
  manifest: ExportManifest,
  listed: readonly ExportObject[],
): readonly ExportObject[] {
  const byKey = new Map(listed.map((object) => [object.key, object]));
  if (manifest.dataFiles === null) return newestFiles(root, listed);
  return manifest.dataFiles.map((key) => {
    const object = byKey.get(key);
    if (object !== undefined) return object;
    throw new AppError('aws-failed', `The export's manifest names ${key}, which is not there.`);
  });
}

/** The data files of the newest execution, or all where the export overwrites its files. */
export function newestFiles(
  root: string,
  listed: readonly ExportObject[],
): readonly ExportObject[] {
  const files = listed.filter(({ key }) => DATA_FILE.test(key));
  const executions = files.map(({ key }) => placeInExport(root, key)?.execution ?? '');
  const newest = [...executions].sort().at(-1);
  return files.filter((_, index) => executions[index] === newest);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
