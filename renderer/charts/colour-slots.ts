/** Which place in the palette a name has. */
export type ColourSlots = Readonly<Record<string, number>>;

/**
 * Gives every name that has none yet the lowest free slot, in the order of `names`. A slot once
 * given is never taken back, so a model keeps its colour on every page, in every period and after
 * every scan; the first to be seen (the most used ones) get the most distinct colours.
 */
export function extendSlots(slots: ColourSlots, names: readonly string[]): ColourSlots {
  const fresh = names.filter((name) => !Object.hasOwn(slots, name));
  if (fresh.length === 0) return slots;
  const next: Record<string, number> = { ...slots };
  const taken = new Set(Object.values(slots));
  let slot = 0;
  for (const name of new Set(fresh)) {
    while (taken.has(slot)) slot += 1;
    taken.add(slot);
    next[name] = slot;
  }
  return next;
}

/** Stored slots, if they are slots. */
export function parseSlots(stored: unknown): ColourSlots | null {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null;
  const entries = Object.entries(stored).filter((entry): entry is [string, number] =>
    Number.isInteger(entry[1]),
  );
  return Object.fromEntries(entries);
}
