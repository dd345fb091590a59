/** A question ready to run: its text and the names of its `?` parameters in order. */
export interface QuestionText {
  readonly sql: string;
  readonly params: readonly string[];
}

/** Parts the values of several keys; AWS allows it in no value. */
const BETWEEN = '\u001f';
/** Stands for a key that a call did not have; AWS allows it in no value. */
const ABSENT = '\u001e';
const VALUE = /json_extract_scalar\(l\.request_metadata, [^\n]*?\)(?=\s+AS metadata_value)/;

/**
 * A question's text that tells the values of so many keys of request metadata in one column, each by
 * a parameter of its own: engines have no function in common that takes a list of keys.
 */
export function withMetadataKeys({ sql, params }: QuestionText, count: number): QuestionText {
  if (count < 2 || !params.includes('metadataKey')) return { sql, params };
  const several = (one: string) =>
    Array.from({ length: count }, () => `coalesce(${one}, chr(30))`).join(' || chr(31) || ');
  const keys = Array.from({ length: count }, (_, index) => `metadataKey${index}`);
  return {
    sql: sql.replace(VALUE, several),
    params: params.flatMap((param) => (param === 'metadataKey' ? keys : [param])),
  };
}

/** The values of those keys that a call had, from the column that tells them. */
export function metadataOf(
  keys: readonly string[],
  told: string | null,
): Readonly<Record<string, string>> {
  if (told === null) return {};
  const values = keys.length < 2 ? [told] : told.split(BETWEEN);
  const pairs = keys.map((key, index) => [key, values[index] ?? ABSENT] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ABSENT));
}
