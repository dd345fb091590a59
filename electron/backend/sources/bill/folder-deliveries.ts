import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzip } from 'node:zlib';
import type { BillDelivery } from '../../store/bill/bill-store.ts';
import type { LogFile } from '../../store/store.ts';

/** A folder's files, parted into bills and everything else. */
export interface SortedFiles {
  readonly deliveries: readonly BillDelivery[];
  /** Of executions that a newer one in the same folder replaces. */
  readonly replaced: readonly LogFile[];
  readonly others: readonly LogFile[];
}

const inflate = promisify(gunzip);
/** As AWS lays exports out; copies keep it. */
const LAID_OUT = /^(.*)\/data\/BILLING_PERIOD=(\d{4}-\d{2})\/(?:([^/]+)\/)?[^/]+$/;
const BY_NAME = /\.(parquet|csv|csv\.gz)$/i;
/** A column that every CUR 2.0 file has, and nothing else. */
const MARK = 'line_item_usage_account_id';
const HEAD_BYTES = 64 << 10;

/**
 * Finds the files of bills: Parquet, and CSV whose first line names CUR 2.0's columns. Files laid out
 * as AWS does are one delivery for each export and month, of the newest execution; loose ones are
 * one delivery for each folder.
 */
export async function sortBillFiles(files: readonly LogFile[]): Promise<SortedFiles> {
  const others: LogFile[] = [];
  const found = new Map<string, Laid[]>();
  for (const file of files) {
    if (!BY_NAME.test(file.path) || !(await looksLikeBill(file.path))) {
      others.push(file);
      continue;
    }
    const laid = layOut(file);
    const key = `${laid.export} ${laid.billingPeriod}`;
    found.set(key, [...(found.get(key) ?? []), laid]);
  }
  const sorted = [...found.values()].map(newestOf);
  return {
    deliveries: sorted.map(({ delivery }) => delivery),
    replaced: sorted.flatMap(({ replaced }) => replaced),
    others,
  };
}

interface Laid extends Pick<BillDelivery, 'export' | 'billingPeriod' | 'execution'> {
  readonly file: LogFile;
}

function layOut(file: LogFile): Laid {
  const path = file.path.replaceAll('\\', '/');
  const [, root, month, execution] = LAID_OUT.exec(path) ?? [];
  if (root === undefined || month === undefined) {
    return { file, export: `folder:${dirname(file.path)}`, billingPeriod: '*', execution: null };
  }
  return { file, export: `folder:${root}`, billingPeriod: month, execution: execution ?? null };
}

/** Names of executions begin with their time, so that the last one in order is the newest. */
function newestOf(laid: readonly Laid[]): {
  readonly delivery: BillDelivery;
  readonly replaced: readonly LogFile[];
} {
  const executions = laid.map(({ execution }) => execution ?? '').sort();
  const newest = executions.at(-1) ?? '';
  const [first] = laid;
  const kept = laid.filter(({ execution }) => (execution ?? '') === newest);
  return {
    delivery: {
      export: first?.export ?? '',
      billingPeriod: first?.billingPeriod ?? '*',
      execution: newest === '' ? null : newest,
      files: kept.map(({ file: { path, key, etag, size } }) => ({ path, key, etag, size })),
    },
    replaced: laid.filter((one) => !kept.includes(one)).map(({ file }) => file),
  };
}

/** Parquet is nothing else here; CSV is judged by its first line, as far as it can be inflated. */
async function looksLikeBill(path: string): Promise<boolean> {
  if (/\.parquet$/i.test(path)) return true;
  const start = await startOf(path);
  if (start === null) return false;
  return (await plainStart(start)).includes(MARK) || /BILLING_PERIOD=/.test(path);
}

/** The first bytes of a file; null when it cannot be read, which its reading as a log will name. */
async function startOf(path: string): Promise<Buffer | null> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

async function plainStart(start: Buffer): Promise<string> {
  if (start[0] !== 0x1f || start[1] !== 0x8b) return start.toString('latin1');
  try {
    const plain = await inflate(start, { finishFlush: constants.Z_SYNC_FLUSH });
    return plain.toString('latin1', 0, HEAD_BYTES);
  } catch {
    // Damaged from the start: whoever reads it as a log file says what is wrong with it.
    return '';
  }
}
