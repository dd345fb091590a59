import { type ReadUsage, readUsageLine } from '../../shared/prices/usage-record.ts';
import { textLines } from './text-lines.ts';

/** One line of a file of usage, with its number from 1. */
export type UsageLine = ReadUsage & { readonly line: number };

/** A row has some 150 characters; longer lines are no rows, and are not kept. */
const LONGEST = 100_000;

/**
 * Reads newline-delimited JSON in groups of at most `size` lines, so that memory does not grow with
 * the file. `-` is standard input.
 * @throws AppError `io-failed` when the file cannot be read.
 */
export async function* usageLines(file: string, size: number): AsyncGenerator<UsageLine[]> {
  let number = 0;
  for await (const texts of textLines(file, { what: 'usage', longest: LONGEST })) {
    for (let start = 0; start < texts.length; start += size) {
      yield texts.slice(start, start + size).map((text) => {
        number += 1;
        return { ...readLine(text), line: number };
      });
    }
  }
}

function readLine(text: string): ReadUsage {
  if (text.length <= LONGEST) return readUsageLine(text);
  return { valid: false, reason: `the line has more than ${LONGEST} characters` };
}
