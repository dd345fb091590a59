import { createReadStream } from 'node:fs';
import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { AppError } from '../../shared/model/app-error.ts';
import { type ReadUsage, readUsageLine } from '../../shared/prices/usage-record.ts';

/** One line of a file of usage, with its number from 1. */
export type UsageLine = ReadUsage & { readonly line: number };

/**
 * Reads newline-delimited JSON in groups of `size` lines, so that memory does not grow with it.
 * `-` is standard input.
 * @throws AppError `io-failed` when the file cannot be read.
 */
export async function* usageLines(file: string, size: number): AsyncGenerator<UsageLine[]> {
  const input = file === '-' ? stdin : createReadStream(file);
  let group: UsageLine[] = [];
  let line = 0;
  for await (const text of linesOf(input, file)) {
    line += 1;
    const read = readUsageLine(line === 1 ? text.replace(/^\uFEFF/, '') : text);
    group.push({ ...read, line });
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

async function* linesOf(input: Readable, file: string): AsyncGenerator<string> {
  const failure = new Promise<never>((_, reject) => input.once('error', reject));
  failure.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const each = lines[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([each.next(), failure]);
      if (next.done === true) return;
      yield next.value;
    }
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    lines.close();
    input.destroy();
  }
}

function unreadable(file: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError('io-failed', `The usage in ${file} cannot be read: ${reason}.`, { cause });
}
