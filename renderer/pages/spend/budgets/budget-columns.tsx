import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import type { BudgetState, ThresholdState } from '../../../../shared/api/answers.ts';
import { besideInSum } from '../../../../shared/cost/spend/beside-words.ts';
import { unpricedWords } from '../../../../shared/cost/spend/unpriced-words.ts';
import type { SpendBudget } from '../../../../shared/model/spend-budget.ts';
import { Money } from '../../../components/money.tsx';
import type { Column } from '../../../components/table/column.ts';
import { GroupMoney } from '../../../spend/group-money.tsx';
import { unpricedInShort } from '../../../spend/priced-cost.ts';
import type { Numbered } from '../parts/list-changes.ts';
import {
  type BudgetStanding,
  leftWords,
  scopeWords,
  standingOf,
  thresholdWords,
} from './budget-words.ts';

const STANDINGS: Readonly<
  Record<BudgetStanding, { readonly sign: StatusIndicatorProps.Type; readonly words: string }>
> = {
  over: { sign: 'error', words: 'spent' },
  'will-be-over': { sign: 'warning', words: 'expected to be spent' },
  'not-known': { sign: 'info', words: 'not known' },
  'no-forecast': { sign: 'info', words: 'no forecast' },
  within: { sign: 'success', words: 'holds' },
};

type Row = Numbered<SpendBudget>;

type StateOf = (row: Row) => BudgetState | undefined;

/** The columns of budgets, with how each stands; a budget that is not judged yet says so. */
export function budgetColumns(states: readonly BudgetState[]): readonly Column<Row>[] {
  const byId = new Map(states.map((state) => [state.budget.id, state]));
  const stateOf: StateOf = ({ item }) => byId.get(item.id);
  return [
    ...NAME_COLUMNS,
    standingColumn(stateOf),
    MONTHLY_COLUMN,
    moneyColumn(
      { id: 'actual', header: 'Actual (USD)', width: 116 },
      {
        usd: (row) => stateOf(row)?.actualUsd,
        why: (row) => stateOf(row)?.notKnown,
        lacking: (row) => stateOf(row)?.unpricedUnits,
      },
    ),
    besideColumn(stateOf),
    usedColumn(stateOf),
    moneyColumn(
      { id: 'forecast', header: 'Forecast (USD)', width: 132 },
      { usd: (row) => stateOf(row)?.forecastUsd, why: (row) => noForecast(stateOf(row)) },
    ),
    thresholdColumn(stateOf),
    unpricedColumn(stateOf),
  ];
}

const NAME_COLUMNS: readonly Column<Row>[] = [
  {
    id: 'name',
    header: 'Budget',
    cell: ({ item }) => (
      <>
        {item.name}
        <div className="quiet">{scopeWords(item.scope)}</div>
      </>
    ),
    csv: ({ item }) => item.name,
    sort: ({ item }) => item.name,
    width: 130,
    grow: 1,
  },
  {
    id: 'scope',
    header: 'Counts',
    cell: ({ item }) => scopeWords(item.scope),
    csv: ({ item }) => scopeWords(item.scope),
    sort: ({ item }) => scopeWords(item.scope),
    width: 120,
    grow: 1,
    shown: false,
  },
];

const MONTHLY_COLUMN: Column<Row> = {
  id: 'monthly',
  header: 'A month (USD)',
  cell: ({ item }) => <Money usd={item.monthlyUsd} />,
  csv: ({ item }) => item.monthlyUsd,
  align: 'end',
  width: 128,
};

function moneyColumn(
  column: Pick<Column<Row>, 'id' | 'header' | 'width'>,
  { usd: of, why, lacking }: MoneyOf,
): Column<Row> {
  return {
    ...column,
    cell: (row) => {
      const usd = of(row) ?? null;
      if (usd === null) return <span title={why(row) ?? undefined}>not known</span>;
      return <GroupMoney group={{ usd, unpricedUnits: lacking?.(row) ?? [] }} />;
    },
    csv: of,
    align: 'end',
  };
}

interface MoneyOf {
  readonly usd: (row: Row) => string | null | undefined;
  /** Why it is not known. */
  readonly why: (row: Row) => string | null | undefined;
  /** What of it has no price. */
  readonly lacking?: (row: Row) => BudgetState['unpricedUnits'] | undefined;
}

function noForecast(state: BudgetState | undefined): string | null {
  return state?.thresholds.find(({ on }) => on === 'forecast')?.reason ?? null;
}

function standingColumn(stateOf: StateOf): Column<Row> {
  return {
    id: 'state',
    header: 'State',
    cell: (row) => <Standing state={stateOf(row)} />,
    csv: (row) => wordsOf(stateOf(row)),
    sort: (row) => wordsOf(stateOf(row)),
    width: 140,
  };
}

/** What of the actual amount is no metered usage. */
function besideColumn(stateOf: StateOf): Column<Row> {
  const wordsIn = (row: Row) => {
    const state = stateOf(row);
    return state === undefined ? '' : besideInSum(state.beside);
  };
  return {
    id: 'beside',
    header: 'Of it billed (USD)',
    cell: (row) => {
      const beside = stateOf(row)?.beside ?? null;
      return (
        <span title={wordsIn(row)}>
          {beside === null ? 'metered alone' : <Money usd={beside.usd} />}
        </span>
      );
    },
    csv: wordsIn,
    align: 'end',
    width: 148,
  };
}

function usedColumn(stateOf: StateOf): Column<Row> {
  return {
    id: 'used',
    header: 'Used (%)',
    cell: (row) => <Used state={stateOf(row)} />,
    csv: (row) => stateOf(row)?.actualPercent,
    sort: (row) => stateOf(row)?.actualPercent ?? -1,
    width: 112,
    grow: 0.5,
  };
}

function thresholdColumn(stateOf: StateOf): Column<Row> {
  return {
    id: 'thresholds',
    header: 'Thresholds',
    cell: (row) => <Thresholds state={stateOf(row)} budget={row.item} />,
    csv: ({ item }) => item.thresholds.map(thresholdWords).join('; '),
    width: 176,
    grow: 2,
  };
}

function unpricedColumn(stateOf: StateOf): Column<Row> {
  return {
    id: 'unpriced',
    header: 'Without a price',
    cell: (row) => unpricedInShort(stateOf(row)?.unpricedUnits ?? []) || '-',
    csv: (row) => unpricedWords(stateOf(row)?.unpricedUnits ?? []),
    align: 'end',
    width: 140,
    shown: 'wide',
  };
}

function wordsOf(state: BudgetState | undefined): string {
  return state === undefined ? 'not known yet' : STANDINGS[standingOf(state)].words;
}

function Standing({ state }: { readonly state: BudgetState | undefined }) {
  if (state === undefined) return <StatusIndicator type="pending">not known yet</StatusIndicator>;
  const { sign, words } = STANDINGS[standingOf(state)];
  return <StatusIndicator type={sign}>{words}</StatusIndicator>;
}

function Used({ state }: { readonly state: BudgetState | undefined }) {
  if (state === undefined || state.actualPercent === null) {
    return <span title={state?.notKnown ?? undefined}>not known</span>;
  }
  const { actualPercent, leftUsd } = state;
  return (
    <span title={leftWords(leftUsd)} className="used">
      <span className="used-track" aria-hidden="true">
        <span className="used-bar" style={{ width: `${Math.min(100, actualPercent)}%` }} />
      </span>
      <span className="figure">{actualPercent} %</span>
    </span>
  );
}

interface ThresholdsProps {
  readonly state: BudgetState | undefined;
  readonly budget: SpendBudget;
}

const SIGNS: Readonly<Record<ThresholdState['state'], string>> = {
  crossed: 'crossed',
  below: 'below',
  unknown: 'not known',
};

function Thresholds({ state, budget }: ThresholdsProps) {
  if (state === undefined) return budget.thresholds.map(thresholdWords).join(', ');
  return state.thresholds.map((threshold, index) => (
    <span key={thresholdWords(threshold)} title={threshold.reason ?? SIGNS[threshold.state]}>
      {index === 0 ? '' : ', '}
      {threshold.state === 'crossed' ? (
        <b>{thresholdWords(threshold)} (crossed)</b>
      ) : (
        thresholdWords(threshold)
      )}
    </span>
  ));
}
