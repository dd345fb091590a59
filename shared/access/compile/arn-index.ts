import { literalText } from '../conditions/variables.ts';
import { type ArnProgram, compileArnPattern, isFound, read, startState } from './arn-program.ts';
import { keeping } from './keeping.ts';

/** Which ARNs of an index a pattern names. */
export interface Hits {
  /** Their numbers. */
  readonly ids: readonly number[];
  /** What looking for them took, in words of states. */
  readonly steps: number;
}

/** All ARNs that parts of calls name, each once, to be matched by patterns together. */
export interface ArnIndex {
  /** The number of an ARN; it is added where it is new. */
  idOf(arn: string): number;
  /** By a pattern of `Resource` with its variables replaced. */
  match(pattern: string): Hits;
}

const HEAD_COLONS = 5;
const MOST_KEPT = 5_000;

/**
 * An empty index. ARNs that begin alike up to the fifth colon, or end alike after it, are read
 * once: a pattern costs what the different beginnings and ends are long, not the ARNs.
 */
export function createArnIndex(): ArnIndex {
  const heads = createNumbers();
  const tails = createNumbers();
  const ids = createNumbers();
  const headOf: number[] = [];
  const tailOf: number[] = [];
  const kept = keeping<Hits>(MOST_KEPT);
  const known = new Map<string, number>();
  const addArn = (arn: string) => {
    const text = literalText(arn);
    const id = ids.of(text);
    if (id < headOf.length) return id;
    const cut = endOfHead(text);
    headOf.push(heads.of(text.slice(0, cut)));
    tailOf.push(tails.of(text.slice(cut)));
    return id;
  };
  return {
    idOf: (arn) => {
      const id = known.get(arn) ?? addArn(arn);
      known.set(arn, id);
      return id;
    },
    match: (pattern) => {
      if (!pattern.includes('*') && !pattern.includes('?')) return only(ids.find(pattern));
      // An index that has grown since has other hits.
      return kept(`${headOf.length} ${pattern}`, () => {
        const { tailsAfter, steps } = matchParts(pattern, heads.all, tails.all);
        const ids: number[] = [];
        for (let id = 0; id < headOf.length; id += 1) {
          if (tailsAfter[headOf[id] ?? 0]?.[tailOf[id] ?? 0] === 1) ids.push(id);
        }
        return { ids, steps };
      });
    },
  };
}

function only(id: number | undefined): Hits {
  return { ids: id === undefined ? [] : [id], steps: 1 };
}

/** The place after the fifth colon; the end where there are fewer. */
function endOfHead(arn: string): number {
  let end = 0;
  for (let colons = 0; colons < HEAD_COLONS; colons += 1) {
    const colon = arn.indexOf(':', end);
    if (colon < 0) return arn.length;
    end = colon + 1;
  }
  return end;
}

interface Numbers {
  readonly all: readonly string[];
  of(text: string): number;
  find(text: string): number | undefined;
}

/** Texts with a number each, from 0. */
function createNumbers(): Numbers {
  const all: string[] = [];
  const known = new Map<string, number>();
  return {
    all,
    find: (text) => known.get(text),
    of: (text) => {
      const found = known.get(text);
      if (found !== undefined) return found;
      known.set(text, all.length);
      return all.push(text) - 1;
    },
  };
}

interface PartHits {
  /** By head: 1 for each tail that may follow it; undefined where none may. */
  readonly tailsAfter: readonly (Uint8Array | undefined)[];
  readonly steps: number;
}

function matchParts(pattern: string, heads: readonly string[], tails: readonly string[]): PartHits {
  const longest = longestOf(heads) + longestOf(tails);
  const program = compileArnPattern(pattern, longest);
  if (program === null) return { tailsAfter: [], steps: pattern.length };
  let steps = pattern.length;
  const known = new Map<string, Uint8Array>();
  const tailsAfter = heads.map((text) => {
    const state = startState(program);
    steps += read(program, { text, inHead: true, state });
    if (state.every((word) => word === 0)) return undefined;
    const key = state.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = new Uint8Array(tails.length);
    steps += matchTails({ program, from: state, tails }, made);
    known.set(key, made);
    return made;
  });
  return { tailsAfter, steps };
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((longest, { length }) => Math.max(longest, length), 0);
}

interface TailMatching {
  readonly program: ArnProgram;
  readonly from: Int32Array;
  readonly tails: readonly string[];
}

function matchTails({ program, from, tails }: TailMatching, made: Uint8Array): number {
  let steps = 0;
  const state = new Int32Array(from.length);
  const { end } = program;
  for (const [at, text] of tails.entries()) {
    // Most tails differ from the pattern in their last letters, which one look tells.
    steps += 1;
    if (!(text.length < end.length ? end.endsWith(text) : text.endsWith(end))) continue;
    state.set(from);
    steps += read(program, { text, inHead: false, state });
    if (isFound(program, state)) made[at] = 1;
  }
  return steps;
}
