import type { DuckDBValue } from '@duckdb/node-api';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { Connection } from '../database.ts';
import { withCurrentDays } from '../rollups/with-current-days.ts';
import { askedLines, askedParts, withNamedLines } from './asked-lines.ts';
import { type QuestionText, withMetadataKeys } from './metadata-keys.ts';
import {
  QUESTION_TEXTS,
  type QuestionName,
  type QuestionParams,
  type QuestionRow,
  type TextName,
} from './questions.ts';
import { cubeText, NO_DIMENSIONS, type UsageCubeParams } from './usage-questions.ts';

/** Parts the values of a list parameter; no id or ARN contains it. */
const SEPARATOR = '\u001f';
/** What AWS allows as the key of request metadata; it becomes part of a JSON path. */
const METADATA_KEY = /^[\w\s:@$#=/+,.-]{1,256}$/;
/** Questions over what is summed by day. */
const BY_DAY = /\b(invocation|metric)_days\b/;
const PARAMS_LINE = /^-- params: (.*)$/m;

/** The text of a question, with its parts joined: all of it, or what is needed for what is asked. */
export function questionText(name: TextName, asked?: ReadonlySet<string>): QuestionText {
  const all = QUESTION_TEXTS[name].map(withNamedLines);
  const parts = asked === undefined ? all : askedParts(all, asked);
  const params = parts.flatMap((part) => PARAMS_LINE.exec(part)?.[1]?.split(', ') ?? []);
  const shared = parts.slice(0, -1).join(',\n');
  const own = parts.at(-1) ?? '';
  const text = { sql: shared === '' ? own : `WITH\n${shared}\n${own}`, params };
  return asked === undefined ? text : askedLines(text, asked);
}

/**
 * Runs a question, on a connection that is for this question alone, and answers its rows with camelCase
 * columns.
 */
export async function askQuestion<N extends QuestionName>(
  connection: Connection,
  name: N,
  params: QuestionParams<N>,
): Promise<readonly QuestionRow<N>[]> {
  const keys = 'metadataKeys' in params ? (params.metadataKeys ?? []) : [];
  const told = questionText(textFor(name, params), askedFor(name, params));
  const text = withMetadataKeys(told, keys.length);
  const given: Readonly<Record<string, unknown>> = { ...params, ...keyParams(keys) };
  const values = text.params.map((param) => toParam(name, param, given[param]));
  const shape = { nameOf: camelCase, others: isCube(name) ? NO_DIMENSIONS : {} };
  const ask = () => connection.rows(text.sql, values, shape);
  const readsDays = BY_DAY.test(text.sql);
  const rows = await (readsDays ? withCurrentDays(connection, ask) : ask());
  return rows as unknown as readonly QuestionRow<N>[];
}

/** What a question is asked for: parameters that are given, dimensions, granularity and the like. */
function askedFor<N extends QuestionName>(name: N, params: QuestionParams<N>): ReadonlySet<string> {
  const given: Readonly<Record<string, unknown>> = { ...params };
  const names = Object.keys(given).filter((param) => toParam(name, param, given[param]) !== null);
  if (!isCube(name)) return new Set(names);
  const { granularity, dimensions } = params as UsageCubeParams;
  const figures = name === 'usage-figures' ? ['figures'] : [];
  return new Set([...names, ...dimensions, granularity, ...figures]);
}

function isCube(name: QuestionName): boolean {
  return name === 'usage-cube' || name === 'usage-figures';
}

/** Each key as the parameter that its place in the text has. */
function keyParams(keys: readonly string[]): Readonly<Record<string, string>> {
  if (keys.length < 2) return keys[0] === undefined ? {} : { metadataKey: keys[0] };
  return Object.fromEntries(keys.map((key, index) => [`metadataKey${index}`, key]));
}

/** The text that answers a question best, given what is asked. */
function textFor<N extends QuestionName>(name: N, params: QuestionParams<N>): TextName {
  return isCube(name) ? cubeText(params as UsageCubeParams) : name;
}

function toParam(question: QuestionName, param: string, value: unknown): DuckDBValue {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(SEPARATOR);
  if (/^metadataKey\d*$/.test(param) && !METADATA_KEY.test(String(value))) {
    throw new AppError('invalid-input', `No request metadata has the key ${String(value)}.`);
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  throw new AppError('invalid-input', `${question}: '${param}' is neither text, number nor list.`);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
