const WORD = 32;
const COLON = 58;
const STAR = 42;
const MARK = 63;

/**
 * A pattern of a `Resource` element as sets of states, 32 to a word: state n means that the first n
 * letters of the pattern, stars left out, have been found. One letter of a text costs one step for
 * each word, however many stars there are.
 */
export interface ArnProgram {
  readonly words: number;
  /** Letters that lead on, by their code. */
  readonly letters: readonly (Int32Array | undefined)[];
  /** The states that any letter leads on from. */
  readonly marks: Int32Array;
  /** States that a star keeps alive, whatever the letter. */
  readonly loops: Int32Array;
  /** The same for a colon between the first five segments of an ARN. */
  readonly colonLoops: Int32Array;
  /** The state in which the whole pattern was found. */
  readonly last: number;
  /** What stands after the last wildcard. */
  readonly end: string;
}

/**
 * Makes the program of a pattern; null where the pattern is longer than all texts. The rules are
 * those of `matchesResource`: `?` and `*` stand within a segment, and a `*` that ends its segment
 * may run over colons. Takes as many steps as the pattern has letters.
 */
export function compileArnPattern(pattern: string, longest: number): ArnProgram | null {
  const codes: number[] = [];
  const stars = new Set<number>();
  for (let at = 0; at < pattern.length; at += 1) {
    const code = pattern.charCodeAt(at);
    if (code === STAR) stars.add(codes.length);
    else if (codes.push(code) > longest) return null;
  }
  const words = Math.floor(codes.length / WORD) + 1;
  const empty = () => new Int32Array(words);
  const letters = new Map<number, Int32Array>();
  const [marks, loops, colonLoops] = [empty(), empty(), empty()];
  for (const [state, code] of codes.entries()) {
    if (code === MARK) put(marks, state);
    else put(kept(letters, code, empty), state);
  }
  for (const state of stars) {
    put(loops, state);
    const next = codes[state];
    if (next === undefined || next === COLON) put(colonLoops, state);
  }
  const table = Array.from({ length: Math.max(0, ...letters.keys()) + 1 }, (_, code) =>
    letters.get(code),
  );
  const end = pattern.slice(Math.max(pattern.lastIndexOf('*'), pattern.lastIndexOf('?')) + 1);
  return { words, letters: table, marks, loops, colonLoops, last: codes.length, end };
}

function put(set: Int32Array, state: number): void {
  const at = state >>> 5;
  set[at] = (set[at] ?? 0) | (1 << (state & 31));
}

function kept(known: Map<number, Int32Array>, key: number, make: () => Int32Array): Int32Array {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** The state before the first letter. */
export function startState({ words }: ArnProgram): Int32Array {
  const state = new Int32Array(words);
  state[0] = 1;
  return state;
}

/** Whether a state is the one in which the whole pattern was found. */
export function isFound({ last }: ArnProgram, state: Int32Array): boolean {
  return (((state[last >>> 5] ?? 0) >>> (last & 31)) & 1) === 1;
}

/** A text that goes on from a state. */
export interface Reading {
  readonly text: string;
  /** Whether its colons divide the first five segments of an ARN. */
  readonly inHead: boolean;
  /** Is changed. */
  readonly state: Int32Array;
}

/** Reads a text; the number of steps that took. Ends early where no state is left. */
export function read(program: ArnProgram, { text, inHead, state }: Reading): number {
  const { words, letters, marks } = program;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const colon = inHead && code === COLON;
    const loops = colon ? program.colonLoops : program.loops;
    const on = letters[code];
    let carry = 0;
    let alive = 0;
    for (let word = 0; word < words; word += 1) {
      const before = state[word] ?? 0;
      const leads = (on?.[word] ?? 0) | (colon ? 0 : (marks[word] ?? 0));
      const moved = before & leads;
      const after = (moved << 1) | carry | (before & (loops[word] ?? 0));
      carry = moved >>> 31;
      state[word] = after;
      alive |= after;
    }
    if (alive === 0) return (at + 1) * words;
  }
  return text.length * words;
}
