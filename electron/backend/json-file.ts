import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { plainIssues } from '../../shared/api/plain-issues.ts';
import type { Instant } from '../../shared/model/period.ts';
import { ioFailed, replaceFile, systemCode } from './replace-file.ts';

/**
 * What a small JSON file turned out to be. A damaged one was moved to `setAside`, so nothing of it
 * is lost, or left where it is (null); `notice` names both and is meant to be shown.
 */
export type JsonReading<T> =
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'damaged'; readonly setAside: string | null; readonly notice: string };

/**
 * Reads a JSON file through its schema. A file that is not JSON or not of this shape is renamed to
 * `<name>.damaged-<time>` and reported, never treated as empty; without a clock it is only reported,
 * for readers that may change nothing.
 * @throws AppError `io-failed` when the file exists and cannot be read.
 */
export async function readJsonFile<S extends z.ZodType>(
  path: string,
  schema: S,
  now: (() => Instant) | null,
): Promise<JsonReading<z.output<S>>> {
  const text = await readText(path);
  if (text === null) return { state: 'absent' };
  const parsed = parseJson(text, schema);
  if (parsed.ok) return { state: 'read', value: parsed.value };
  return now === null ? leftDamaged(path, parsed.reason) : setAside(path, parsed.reason, now());
}

/**
 * Writes a JSON file whole or not at all, with its folder; readable by its owner only.
 * @throws AppError `io-failed` naming the file; the old one stands.
 */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw ioFailed(`${path} could not be written`, thrown);
  }
  await replaceFile({ path, content: `${JSON.stringify(value, null, 2)}\n`, mode: 0o600 });
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return null;
    throw ioFailed(`${path} could not be read`, thrown);
  }
}

type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

function parseJson<S extends z.ZodType>(text: string, schema: S): Parsed<z.output<S>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
  const checked = schema.safeParse(value);
  if (checked.success) return { ok: true, value: checked.data };
  return { ok: false, reason: plainIssues(checked.error) };
}

async function setAside(path: string, reason: string, now: Instant): Promise<JsonReading<never>> {
  const aside = join(dirname(path), `${basename(path)}.damaged-${now.replace(/[:.]/g, '-')}`);
  try {
    await rename(path, aside);
  } catch (thrown) {
    throw ioFailed(`${path} is damaged (${reason}) and could not be set aside`, thrown);
  }
  const notice = `${path} was damaged (${reason}). It was set aside as ${aside}; the defaults apply until it is repaired and put back.`;
  return { state: 'damaged', setAside: aside, notice };
}

function leftDamaged(path: string, reason: string): JsonReading<never> {
  const notice = `${path} is damaged (${reason}). It was left as it is; the defaults apply until it is repaired.`;
  return { state: 'damaged', setAside: null, notice };
}
