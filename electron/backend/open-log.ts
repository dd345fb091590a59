import { join } from 'node:path';
import { systemNow } from './clock.ts';
import { createLog, type Log, type LogLevel, lineSink } from './log.ts';
import { rotatingFileSink } from './log-file.ts';

const MAX_BYTES = 2_000_000;
const KEEP = 4;

/** The log of a running host: everything from `info` in a rotating file, warnings on the terminal. */
export function openLog(options: {
  /** Assay's own folder; the file is `logs/assay.log` in it. */
  readonly home: string;
  readonly terminal: (text: string) => void;
  readonly terminalLevel?: LogLevel;
}): Log {
  const file = rotatingFileSink({
    path: join(options.home, 'logs', 'assay.log'),
    level: 'info',
    maxBytes: MAX_BYTES,
    keep: KEEP,
    onFailure: (reason) => options.terminal(`${reason}\n`),
  });
  const terminal = lineSink(options.terminalLevel ?? 'error', options.terminal);
  return createLog({ now: systemNow, sinks: [file, terminal] });
}
