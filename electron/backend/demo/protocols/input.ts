import { msOfInstant } from '../../../../shared/model/period.ts';
import { invalidInput, type WireFault } from '../wire-fault.ts';
import { isCborTag } from './cbor.ts';

/** The named parameters of a call, whatever protocol carried them. */
export type Input = Readonly<Record<string, unknown>>;

/** Whether a parsed value is an object with named members. */
export function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text parameter; undefined when it is absent. */
export function textOf(input: Input, name: string): string | undefined {
  const value = input[name] ?? undefined;
  if (value !== undefined && typeof value !== 'string') throw unreadable(name, 'a string');
  return value;
}

/** A text parameter that the operation cannot do without. */
export function requiredText(input: Input, name: string): string {
  const value = textOf(input, name);
  if (value === undefined || value === '') {
    throw invalidInput(`Missing required parameter: ${name}`);
  }
  return value;
}

/** A whole number, written as a number (JSON, CBOR) or as digits (query strings). */
export function integerOf(input: Input, name: string): number | undefined {
  const value = input[name] ?? undefined;
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) throw unreadable(name, 'an integer');
  return number;
}

/** A true or false parameter; undefined when it is absent. */
export function booleanOf(input: Input, name: string): boolean | undefined {
  const value = input[name] ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw unreadable(name, 'a boolean');
}

/** A list of objects; empty when it is absent. */
export function objectsOf(input: Input, name: string): readonly Input[] {
  const value = input[name] ?? [];
  if (!Array.isArray(value) || !value.every(isInput)) throw unreadable(name, 'a list of objects');
  return value;
}

/** A list of texts; empty when it is absent. */
export function textsOf(input: Input, name: string): readonly string[] {
  const value = input[name] ?? [];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw unreadable(name, 'a list of strings');
  }
  return value;
}

/** An object parameter; undefined when it is absent. */
export function objectOf(input: Input, name: string): Input | undefined {
  const value = input[name] ?? undefined;
  if (value !== undefined && !isInput(value)) throw unreadable(name, 'an object');
  return value;
}

/** A time in milliseconds since the epoch: epoch seconds (JSON), tag 1 (CBOR) or ISO 8601 text. */
export function timeOf(input: Input, name: string): number | undefined {
  const raw = input[name] ?? undefined;
  if (raw === undefined) return undefined;
  const value = isCborTag(raw) && raw.tag === 1 ? raw.value : raw;
  const ms = typeof value === 'number' ? value * 1000 : msOfInstant(String(value));
  if (!Number.isFinite(ms)) throw unreadable(name, 'a timestamp');
  return Math.round(ms);
}

function unreadable(name: string, expected: string): WireFault {
  return invalidInput(`${name} must be ${expected}`);
}
