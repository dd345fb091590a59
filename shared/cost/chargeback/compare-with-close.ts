import { AppError } from '../../model/app-error.ts';
import { formatUsd, parseUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import { canonicalInputs, rulesText } from './canonical-inputs.ts';
import type {
  Chargeback,
  ChargebackInput,
  ChargebackLine,
  CloseChange,
  CloseComparison,
  MonthClose,
} from './chargeback-answer.ts';
import type { CloseWords } from './close-month.ts';
import { shareOut } from './share-out.ts';
import { unpricedText } from './unpriced-text.ts';

/**
 * What a closed month would be today: each figure that differs. The close itself stays as it is.
 * @throws AppError `invalid-input` when the input is of another month, or its rules cannot be used.
 */
export function compareWithClose(
  close: MonthClose,
  input: ChargebackInput,
  { hash, bill }: Pick<CloseWords, 'hash' | 'bill'>,
): CloseComparison {
  if (close.month !== input.month)
    throw new AppError(
      'invalid-input',
      `${input.month} is compared with the close of ${close.month}.`,
    );
  const { month, closedAt, chargeback } = close;
  const now = shareOut(input);
  const changes = [
    ...moneyChanges(chargeback, now),
    ...billChange(close.bill, bill),
    ...otherChanges(close, input, now),
  ];
  const same = changes.length === 0 && hash(canonicalInputs(input)) === close.inputsHash;
  return { month, closedAt, same, changes };
}

function moneyChanges(before: Chargeback, now: Chargeback): readonly CloseChange[] {
  const team = (line: ChargebackLine) => line.team;
  const own = changesBy(
    'team-own',
    sums(before.lines, team, 'ownUsd'),
    sums(now.lines, team, 'ownUsd'),
  );
  const shared = changesBy(
    'team-shared',
    sums(before.lines, team, 'sharedUsd'),
    sums(now.lines, team, 'sharedUsd'),
  );
  const kept = changesBy(
    'kept-pot',
    sums(before.kept, ({ pot }) => pot, 'usd'),
    sums(now.kept, ({ pot }) => pot, 'usd'),
  );
  return [...totalChange(before, now), ...own, ...shared, ...kept];
}

type Sums = ReadonlyMap<string, string>;

function sums<K extends string, T extends Readonly<Record<K, string>>>(
  items: readonly T[],
  nameOf: (item: T) => string,
  key: K,
): Sums {
  return new Map(items.map((item) => [nameOf(item), item[key]]));
}

function changesBy(what: CloseChange['what'], before: Sums, now: Sums): readonly CloseChange[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort(compareText);
  return names.flatMap((name) => {
    const [was, is] = [before.get(name) ?? null, now.get(name) ?? null];
    const difference = parseUsd(is ?? '0') - parseUsd(was ?? '0');
    const both = was !== null && is !== null;
    if (difference === 0n && (both || what === 'team-shared')) return [];
    return [{ what, name, before: was, after: is, differenceUsd: formatUsd(difference) }];
  });
}

/** A total that is not known differs from every other, by nobody knows how much. */
function totalChange(
  { totalUsd: before }: Chargeback,
  { totalUsd: after }: Chargeback,
): readonly CloseChange[] {
  const difference =
    before === null || after === null ? null : formatUsd(parseUsd(after) - parseUsd(before));
  if (difference === '0' || before === after) return [];
  return [{ what: 'total', name: null, before, after, differenceUsd: difference }];
}

/** A bill that was imported later is told, and is no part of the figures; older closes kept none. */
function billChange(before: MonthClose['bill'], after: MonthClose['bill']): readonly CloseChange[] {
  if (before === undefined || before?.usd === after?.usd) return [];
  const [was, is] = [before?.usd ?? null, after?.usd ?? null];
  const differenceUsd = formatUsd(parseUsd(is ?? '0') - parseUsd(was ?? '0'));
  return [{ what: 'bill', name: null, before: was, after: is, differenceUsd }];
}

/** A close from before units were kept is compared by its tokens alone. */
function otherChanges(
  close: MonthClose,
  input: ChargebackInput,
  now: Chargeback,
): readonly CloseChange[] {
  const { unpricedTokens, unpricedUnits } = close.chargeback;
  const tokensAlone = unpricedTokens > 0 && unpricedUnits.length === 0;
  const today = tokensAlone ? { ...now, unpricedUnits: [] } : now;
  const unpriced = [close.chargeback, today].map((of) => unpricedText(of) || 'none');
  const rules = [rulesText(close.rules), rulesText(input.rules)];
  return [...textChange('unpriced', unpriced), ...textChange('rules', rules)];
}

function textChange(
  what: CloseChange['what'],
  [before = '', after = '']: readonly string[],
): readonly CloseChange[] {
  return before === after ? [] : [{ what, name: null, before, after, differenceUsd: null }];
}
