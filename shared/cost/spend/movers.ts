import { formatUsd, parseUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import type { GroupChange, Mover } from '../spend-answer.ts';
import { emptyTally } from '../tally.ts';
import { measured, type SpendMeasure } from './measure.ts';
import type { Sums } from './sum-up.ts';

const MOST = 10;

/** The groups whose measure changed most, the largest change first. */
export function moversOf(
  now: Sums,
  before: Sums,
  {
    measure,
    labelOf,
  }: {
    readonly measure: SpendMeasure;
    readonly labelOf: (key: string) => string;
  },
): readonly Mover[] {
  const keys = new Set([...now.groups.keys(), ...before.groups.keys()]);
  return [...keys]
    .map((key) => {
      const [was, is] = [before, now].map(({ groups }) =>
        measured(groups.get(key) ?? emptyTally(), measure),
      );
      return moverOf(key, labelOf(key), { before: was ?? null, after: is ?? null });
    })
    .filter(({ difference }) => difference !== null && difference !== '0')
    .sort(byChange)
    .slice(0, MOST);
}

/** The cost of every group of either side. */
export function changesOf(now: Sums, before: Sums): readonly GroupChange[] {
  const keys = new Set([...now.groups.keys(), ...before.groups.keys()]);
  return [...keys].sort(compareText).map((key) => {
    const [was, is] = [before.groups.get(key), now.groups.get(key)];
    return {
      key,
      ...(was === undefined ? {} : { before: measured(was, 'usd') }),
      ...(is === undefined ? {} : { after: measured(is, 'usd') }),
    };
  });
}

function moverOf(
  key: string,
  label: string,
  { before, after }: Pick<Mover, 'before' | 'after'>,
): Mover {
  const difference =
    before === null || after === null ? null : formatUsd(parseUsd(after) - parseUsd(before));
  return { key, label, before, after, difference };
}

function byChange(a: Mover, b: Mover): number {
  const [one, other] = [size(a), size(b)];
  if (one !== other) return one < other ? 1 : -1;
  return compareText(a.key, b.key);
}

function size({ difference }: Mover): bigint {
  const amount = parseUsd(difference ?? '0');
  return amount < 0n ? -amount : amount;
}
