import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogLevel, LogSink } from './log.ts';

/** How a log file grows: `maxBytes` each, `keep` older ones beside it (`assay.log.1` is the newest). */
export interface RotatingFileOptions {
  readonly path: string;
  readonly level: LogLevel;
  readonly maxBytes: number;
  readonly keep: number;
  /** Told once, when the file cannot be written; the program goes on without it. */
  readonly onFailure: (reason: string) => void;
}

/**
 * A rotating log file, readable by its owner only. Lines are written synchronously, so that the
 * last line before a crash is there.
 */
export function rotatingFileSink(options: RotatingFileOptions): LogSink {
  let size = -1;
  let failed = false;
  const write = (line: string) => {
    if (size < 0) size = openSize(options.path);
    const bytes = Buffer.byteLength(line) + 1;
    if (size > 0 && size + bytes > options.maxBytes) {
      rotate(options.path, options.keep);
      size = 0;
    }
    appendFileSync(options.path, `${line}\n`, { mode: 0o600 });
    size += bytes;
  };
  return {
    level: options.level,
    stacks: true,
    write: (line) => {
      if (failed) return;
      try {
        write(line);
      } catch (thrown) {
        failed = true;
        options.onFailure(`Log file ${options.path} cannot be written: ${String(thrown)}`);
      }
    },
  };
}

function openSize(path: string): number {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(path: string, keep: number): void {
  for (let index = keep; index >= 1; index -= 1) {
    const from = index === 1 ? path : `${path}.${index - 1}`;
    if (statSync(from, { throwIfNoEntry: false }) !== undefined) {
      renameSync(from, `${path}.${index}`);
    }
  }
}
