import type { Instant } from '../../shared/model/period.ts';
import { redactText, redactValue } from './redact.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Named values that belong to a line; secrets, prompts and completions in them are replaced. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What the backend and its hosts tell an operator. Every line is redacted before it is written. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Where lines go: those of `level` and above, each one line without its line break. */
export interface LogSink {
  readonly level: LogLevel;
  /** Whether errors among the fields bring their stacks; a file has them, a terminal never. */
  readonly stacks: boolean;
  write(line: string): void;
}

const RANK = { debug: 0, info: 1, warn: 2, error: 3 } satisfies Record<LogLevel, number>;

/** A log that writes each redacted line to every sink that wants its level; no sinks, no log. */
export function createLog(options: {
  readonly now: () => Instant;
  readonly sinks: readonly LogSink[];
}): Log {
  const write = (level: LogLevel) => (message: string, fields?: LogFields) => {
    const wanting = options.sinks.filter((sink) => RANK[level] >= RANK[sink.level]);
    if (wanting.length === 0) return;
    const at = options.now();
    for (const sink of wanting) {
      sink.write(`${at} ${level.padEnd(5)} ${oneLine(redactText(message))}${tail(fields, sink)}`);
    }
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
}

/** A sink for a terminal or a test: whole lines to `write`. */
export function lineSink(level: LogLevel, write: (text: string) => void): LogSink {
  return { level, stacks: false, write: (line) => write(`${line}\n`) };
}

function tail(fields: LogFields | undefined, sink: LogSink): string {
  if (fields === undefined) return '';
  const withoutStacks = (name: string, value: unknown) => (name === 'stack' ? undefined : value);
  return ` ${JSON.stringify(redactValue(fields), sink.stacks ? undefined : withoutStacks)}`;
}

/** Control characters become escapes, so that no message can forge a line or steer a terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}
