/** A repeatable source of numbers: the same seed gives the same data on every machine. */
export interface SeededRandom {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  /** One of the items; earlier ones come more often (roughly Zipf). */
  skewed<T>(items: readonly T[]): T;
  pick<T>(items: readonly T[]): T;
  uuid(): string;
}

/** A generator of the mulberry32 family. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[index];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  };
  const hex = (digits: number) =>
    int(2 ** (digits * 4))
      .toString(16)
      .padStart(digits, '0');
  return {
    int,
    pick: (items) => at(items, int(items.length)),
    skewed: (items) => at(items, Math.floor(items.length * next() ** 3)),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`,
  };
}
