import { createReadStream } from 'node:fs';
import { stdin } from 'node:process';
import type { Readable } from 'node:stream';
import { AppError } from '../../shared/model/app-error.ts';
import { type ReadUsage, readUsageLine } from '../../shared/prices/usage-record.ts';

/** One line of a file of usage, with its number from 1. */
export type UsageLine = ReadUsage & { readonly line: number };

/** A row has some 150 characters; longer lines are no rows, and are not kept. */
const LONGEST = 100_000;
/** Some 2,000 rows. */
const CHUNK_BYTES = 262_144;

/**
 * Reads newline-delimited JSON in groups of at most `size` lines, so that memory does not grow with
 * the file. `-` is standard input.
 * @throws AppError `io-failed` when the file cannot be read.
 */
export async function* usageLines(file: string, size: number): AsyncGenerator<UsageLine[]> {
  let number = 0;
  for await (const texts of linesOf(file)) {
    for (let start = 0; start < texts.length; start += size) {
      yield texts.slice(start, start + size).map((text) => {
        number += 1;
        return { ...readLine(number === 1 ? withoutMark(text) : text), line: number };
      });
    }
  }
}

function readLine(text: string): ReadUsage {
  if (text.length <= LONGEST) return readUsageLine(text);
  return { valid: false, reason: `the line has more than ${LONGEST} characters` };
}

/**
 * The whole lines of one chunk after the other; the last one needs no line end. Of a line over many
 * chunks only the beginning is kept.
 */
async function* linesOf(file: string): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of chunksOf(file)) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = (lines.pop() ?? '').slice(0, LONGEST + 1);
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [rest];
}

async function* chunksOf(file: string): AsyncGenerator<string> {
  const input: Readable =
    file === '-' ? stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES });
  input.setEncoding('utf8');
  try {
    for await (const chunk of input) yield String(chunk);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('io-failed', `The usage in ${file} cannot be read: ${reason}.`, { cause });
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
