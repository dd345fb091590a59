import type { NormalizedSchema } from '@smithy/core/schema';

/** Something about a wire value that the SDK's object does not tell, or tells otherwise. */
export type Problem = string;

/** What is wrong with one value that has no parts. */
export function scalarProblem(
  schema: NormalizedSchema,
  wire: unknown,
  read: unknown,
): string | null {
  if (schema.isTimestampSchema()) return timeProblem(wire, read);
  if (schema.isBlobSchema()) return blobProblem(wire, read);
  if (schema.isStringSchema()) return sameProblem('text', wire, textOf(read));
  if (schema.isBooleanSchema()) return sameProblem('true or false', wire, read);
  if (schema.isNumericSchema()) return sameProblem('a number', wire, read);
  if (schema.isBigIntegerSchema() || schema.isBigDecimalSchema()) {
    return sameProblem('a number', String(wire), String(read));
  }
  if (schema.isDocumentSchema()) {
    return sameProblem('a document', JSON.stringify(wire), JSON.stringify(read));
  }
  return 'is of a kind that is not compared';
}

/** The value that an XML text stands for: numbers, true and false are written as in JSON. */
export function valueOfText(schema: NormalizedSchema, text: string): unknown {
  return schema.isNumericSchema() || schema.isBooleanSchema() ? JSON.parse(text) : text;
}

function sameProblem(what: string, wire: unknown, read: unknown): string | null {
  return Object.is(wire, read)
    ? null
    : `should be ${what}: ${show(wire)} was read as ${show(read)}`;
}

function timeProblem(wire: unknown, read: unknown): string | null {
  const sent = typeof wire === 'number' ? wire * 1000 : momentOf(String(wire));
  const told = read instanceof Date ? read.getTime() : Number.NaN;
  return Math.abs(sent - told) < 1
    ? null
    : `should be a time: ${show(wire)} was read as ${show(read)}`;
}

/** XML may carry epoch seconds as text; everything else is ISO or an HTTP date. */
function momentOf(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function blobProblem(wire: unknown, read: unknown): string | null {
  const told = read instanceof Uint8Array ? Buffer.from(read).toString('base64') : read;
  return sameProblem('base64', wire, told);
}

function textOf(read: unknown): unknown {
  return read instanceof String ? String(read) : read;
}

function show(value: unknown): string {
  return value instanceof Date ? `Date ${value.getTime()}` : (JSON.stringify(value) ?? 'nothing');
}
