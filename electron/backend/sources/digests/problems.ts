import type { ReadOutcome } from '../../../../shared/model/dataset.ts';

/** What can be wrong, worst first, with the words for one and for several. */
const KINDS = {
  'changed-file': ['changed log file', 'changed log files'],
  'missing-file': ['missing log file', 'missing log files'],
  'unlisted-file': ['log file that no digest lists', 'log files that no digest lists'],
  'bad-digest': ['digest that cannot be trusted', 'digests that cannot be trusted'],
  'missing-digest': ['missing digest', 'missing digests'],
  gap: ['time without digests', 'times without digests'],
} as const satisfies Readonly<Record<string, readonly [one: string, several: string]>>;

const WORST_FIRST = [
  'changed-file',
  'missing-file',
  'unlisted-file',
  'bad-digest',
  'missing-digest',
  'gap',
] as const satisfies readonly (keyof typeof KINDS)[];

/** Something that keeps the logs of an account and Region from being proven whole. */
export interface DigestProblem {
  readonly kind: keyof typeof KINDS;
  /** A sentence that names the file or time and says what is wrong. */
  readonly text: string;
  /** The end of the digest that shows it, in milliseconds: what is before it is proven. */
  readonly atMs: number;
}

/** Names the first of the worst problems and counts all of them; collected when there are none. */
export function outcomeOfProblems(problems: readonly DigestProblem[]): ReadOutcome {
  const counts = WORST_FIRST.flatMap((kind) => {
    const count = problems.filter((problem) => problem.kind === kind).length;
    return count === 0 ? [] : [`${count} ${KINDS[kind][count === 1 ? 0 : 1]}`];
  });
  const worst = WORST_FIRST.map((kind) => problems.find((problem) => problem.kind === kind));
  const first = worst.find((problem) => problem !== undefined);
  if (first === undefined) return { status: 'collected' };
  const all = problems.length === 1 ? '' : ` In all: ${counts.join(', ')}.`;
  return { status: 'failed', reason: `${first.text}${all}` };
}
