/** A CBOR data item with a tag; AWS uses tag 1 (epoch seconds) for timestamps. */
export interface CborTag {
  readonly tag: number;
  readonly value: CborValue;
}

/** What AWS's CBOR protocol carries; a Float64Array is a list of doubles. */
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | Uint8Array
  | Float64Array
  | CborTag
  | readonly CborValue[]
  | { readonly [name: string]: CborValue };

/** Marks a timestamp, given in milliseconds since the epoch. */
export function cborTime(ms: number): CborTag {
  return { tag: 1, value: ms / 1000 };
}

/** Whether a decoded value is a tagged item: exactly `tag` and `value`. */
export function isCborTag(value: unknown): value is CborTag {
  return (
    typeof value === 'object' &&
    value !== null &&
    'tag' in value &&
    'value' in value &&
    typeof value.tag === 'number' &&
    Object.keys(value).length === 2
  );
}
