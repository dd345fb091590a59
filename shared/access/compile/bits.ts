/**
 * Places of an account on which something holds, 32 to a word: `yes` those where it does,
 * `possible` those where it does or may.
 */
export interface Fit {
  /** The places of the words that are listed; null where all words are, in their order. */
  readonly at: Int32Array | null;
  readonly yes: Int32Array;
  /** The same array as `yes` where nothing is in doubt. */
  readonly possible: Int32Array;
}

/** The same with all words, to be written on. */
export interface Sheet {
  readonly at: null;
  readonly yes: Int32Array;
  readonly possible: Int32Array;
}

/** Sheets with fewer words than this share are kept as a list of words. */
const SPARSE = 1 / 6;

/** A sheet on which nothing holds. */
export function emptySheet(words: number): Sheet {
  return { at: null, yes: new Int32Array(words), possible: new Int32Array(words) };
}

/** Sets one bit. */
export function setBit(words: Int32Array, place: number): void {
  setIn(words, place >>> 5, place);
}

function setIn(words: Int32Array, at: number, place: number): void {
  words[at] = (words[at] ?? 0) | (1 << (place & 31));
}

/** Whether a bit is set. */
export function hasBit(words: Int32Array, place: number): boolean {
  return (((words[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

/** Makes a sheet hold everywhere, or nowhere. */
export function fill({ yes, possible }: Sheet, word: number): void {
  yes.fill(word);
  possible.fill(word);
}

/** The set of some places; null where there is none. */
export function fitOfPlaces(places: readonly number[], words: number): Fit | null {
  if (places.length === 0) return null;
  const used = new Set<number>();
  for (const place of places) used.add(place >>> 5);
  if (used.size > words * SPARSE) {
    const possible = new Int32Array(words);
    for (const place of places) setBit(possible, place);
    return { at: null, yes: possible, possible };
  }
  const at = Int32Array.from(used).sort();
  const possible = new Int32Array(at.length);
  for (const place of places) setIn(possible, placeOf(at, place >>> 5), place);
  return { at, yes: possible, possible };
}

/** What lists only the words in which anything is possible, where that is shorter. */
export function compact({ yes, possible }: Sheet): Fit | null {
  let used = 0;
  let sure = true;
  for (let at = 0; at < possible.length; at += 1) {
    if ((possible[at] ?? 0) !== 0) used += 1;
    if (yes[at] !== possible[at]) sure = false;
  }
  if (used === 0) return null;
  if (used > possible.length * SPARSE) {
    const kept = possible.slice();
    return { at: null, yes: sure ? kept : yes.slice(), possible: kept };
  }
  return listed({ at: null, yes, possible }, used, sure);
}

function listed({ yes, possible }: Sheet, used: number, sure: boolean): Fit {
  const at = new Int32Array(used);
  const maybe = new Int32Array(used);
  const surely = sure ? maybe : new Int32Array(used);
  let next = 0;
  for (let word = 0; word < possible.length; word += 1) {
    const value = possible[word] ?? 0;
    if (value === 0) continue;
    at[next] = word;
    maybe[next] = value;
    surely[next] = yes[word] ?? 0;
    next += 1;
  }
  return { at, yes: surely, possible: maybe };
}

/** Adds where one holds; where it is not `sure`, it may hold at most. */
export function orInto(target: Sheet, fit: Fit, sure: boolean): void {
  orWords(target.possible, fit.possible, fit.at);
  if (sure) orWords(target.yes, fit.yes, fit.at);
}

function orWords(target: Int32Array, words: Int32Array, at: Int32Array | null): void {
  if (at === null) {
    for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) | (words[i] ?? 0);
    return;
  }
  for (let i = 0; i < at.length; i += 1) {
    const word = at[i] ?? 0;
    target[word] = (target[word] ?? 0) | (words[i] ?? 0);
  }
}

/** Leaves what holds on both. */
export function andInto(target: Sheet, { yes, possible }: Sheet): void {
  andWords(target.yes, yes);
  andWords(target.possible, possible);
}

/** Leaves the bits that both have. */
export function andWords(target: Int32Array, words: Int32Array): void {
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) & (words[i] ?? 0);
}

/** Takes away what is denied; where that is in doubt, it stays possible at most. */
export function butNot({ yes, possible }: Sheet, deny: Sheet): void {
  for (let at = 0; at < yes.length; at += 1) {
    yes[at] = (yes[at] ?? 0) & ~(deny.possible[at] ?? 0);
    possible[at] = (possible[at] ?? 0) & ~(deny.yes[at] ?? 0);
  }
}

/** Where something holds not, of the places there are. */
export function complement(fit: Fit | null, all: Int32Array): Fit | null {
  const sheet = emptySheet(all.length);
  if (fit !== null) orInto(sheet, fit, true);
  const { yes, possible } = sheet;
  for (let i = 0; i < all.length; i += 1) {
    const [surely, perhaps] = [yes[i] ?? 0, possible[i] ?? 0];
    yes[i] = (all[i] ?? 0) & ~perhaps;
    possible[i] = (all[i] ?? 0) & ~surely;
  }
  return compact(sheet);
}

/**
 * Adds where all of some hold at once; where it is not `sure`, it may hold at most.
 *
 * @param scratch - is written over
 */
export function orMeet(target: Sheet, fits: readonly Fit[], how: Meeting): void {
  const [first] = fits;
  if (first === undefined) return;
  if (fits.length === 1) {
    orInto(target, first, how.sure);
    return;
  }
  let shortest = first;
  for (const fit of fits) if (sizeOf(fit) < sizeOf(shortest)) shortest = fit;
  if (shortest.at !== null) meetListed(target, { fits, shortest, at: shortest.at }, how.sure);
  else meetWhole(target, fits, how);
}

/** How an intersection is taken. */
export interface Meeting {
  readonly sure: boolean;
  readonly scratch: Sheet;
}

function sizeOf(fit: Fit): number {
  return fit.at === null ? Number.POSITIVE_INFINITY : fit.at.length;
}

function meetWhole(target: Sheet, fits: readonly Fit[], { sure, scratch }: Meeting): void {
  scratch.possible.fill(-1);
  for (const fit of fits) andWords(scratch.possible, fit.possible);
  orWords(target.possible, scratch.possible, null);
  if (!sure) return;
  scratch.yes.fill(-1);
  for (const fit of fits) andWords(scratch.yes, fit.yes);
  orWords(target.yes, scratch.yes, null);
}

interface Listed {
  readonly fits: readonly Fit[];
  readonly shortest: Fit;
  readonly at: Int32Array;
}

function meetListed(target: Sheet, { fits, at }: Listed, sure: boolean): void {
  for (const word of at) {
    let yes = -1;
    let possible = -1;
    for (const fit of fits) {
      const place = fit.at === null ? word : placeOf(fit.at, word);
      yes &= fit.yes[place] ?? 0;
      possible &= fit.possible[place] ?? 0;
    }
    target.possible[word] = (target.possible[word] ?? 0) | possible;
    if (sure) target.yes[word] = (target.yes[word] ?? 0) | yes;
  }
}

/** Where a word is listed; past the end where it is not. */
function placeOf(at: Int32Array, word: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = at[middle] ?? 0;
    if (found === word) return middle;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return at.length;
}
