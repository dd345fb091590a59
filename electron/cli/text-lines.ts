import { createReadStream } from 'node:fs';
import { stdin } from 'node:process';
import type { Readable } from 'node:stream';
import { AppError } from '../../shared/model/app-error.ts';

/** Some 2,000 rows of usage. */
const CHUNK_BYTES = 262_144;

/** What lines are read for. */
export interface LineFile {
  /** What the file holds, as in `usage`, for the error. */
  readonly what: string;
  /** Of a line with more characters, one more than these is kept, so that it can be told. */
  readonly longest: number;
}

/**
 * The lines of a file, some at a time, so that memory does not grow with the file or with a line. The
 * last one needs no line end; a byte order mark is left out. `-` is standard input.
 *
 * @throws AppError `io-failed` when the file cannot be read.
 */
export async function* textLines(
  file: string,
  { what, longest }: LineFile,
): AsyncGenerator<readonly string[]> {
  let rest: string | null = null;
  for await (const chunk of chunksOf(file, what)) {
    const lines: string[] = `${rest ?? ''}${rest === null ? withoutMark(chunk) : chunk}`.split(
      '\n',
    );
    rest = (lines.pop() ?? '').slice(0, longest + 1);
    if (lines.length > 0) yield lines;
  }
  if (rest !== null && rest !== '') yield [rest];
}

async function* chunksOf(file: string, what: string): AsyncGenerator<string> {
  const input: Readable =
    file === '-' ? stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES });
  input.setEncoding('utf8');
  try {
    for await (const chunk of input) yield String(chunk);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('io-failed', `The ${what} in ${file} cannot be read: ${reason}.`, { cause });
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
