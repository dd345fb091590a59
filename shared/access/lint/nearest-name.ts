const LONGEST = 80;

/**
 * The name that differs in the fewest letters, upper and lower case alike; null where none is near.
 * Takes steps by the lengths of both, and nothing for names that are longer than any.
 */
export function nearestName(text: string, names: readonly string[]): string | null {
  if (text.length > LONGEST) return null;
  let best: string | null = null;
  let least = Math.max(2, Math.floor(text.length / 4)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - text.length) >= least) continue;
    const distance = distanceOf(text.toLowerCase(), name.toLowerCase());
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}

/** How many letters are to be put in, left out or changed. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 0; at < from.length; at += 1) {
    const next = [at + 1];
    for (let index = 0; index < to.length; index += 1) {
      const swap = (row[index] ?? 0) + (from[at] === to[index] ? 0 : 1);
      next.push(Math.min(swap, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
