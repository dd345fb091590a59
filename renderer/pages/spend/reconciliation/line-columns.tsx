import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import { CAUSES } from '../../../../shared/cost/reconcile/causes.ts';
import type {
  LineState,
  ReconciledLine,
} from '../../../../shared/cost/reconcile/reconciled-line.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { Money } from '../../../components/money.tsx';
import type { Column } from '../../../components/table/column.ts';
import { unitName } from '../../../spend/unit-name.ts';
import { lineDays, shortLineDays } from './line-days.ts';
import { STATE_NAMES } from './reconciliation-filters.ts';

const STATE_SIGNS: Readonly<Record<LineState, StatusIndicatorProps.Type>> = {
  matched: 'success',
  differs: 'warning',
  'estimate-only': 'info',
  'billed-only': 'info',
};

/** How the two sides of a line stand. */
export function StateSign({ state }: { readonly state: LineState }) {
  return <StatusIndicator type={STATE_SIGNS[state]}>{STATE_NAMES[state]}</StatusIndicator>;
}

/** What a line is of: the model and unit, or what the bill calls it. */
export function lineSubject({ modelId, unit, billedAs }: ReconciledLine): string {
  const named = [
    ...(modelId === null ? [] : [modelLabel(modelId)]),
    ...(unit === null ? [] : [unitName(unit)]),
  ];
  return named.length === 0 ? billedAs.join(', ') || 'not told' : named.join(', ');
}

/** The causes of a line's difference, the largest part first as the backend orders them. */
export function causeTitles({ parts }: ReconciledLine): string {
  return parts.map(({ cause }) => CAUSES[cause].title).join(', ');
}

/** Tells lines of an answer apart. */
export function lineKey(line: ReconciledLine): string {
  const { day, accountId, region, modelId, scope, tier, context, unit, state, billedAs } = line;
  return [day, state, accountId, region, modelId, scope, tier, context, unit, ...billedAs].join(
    ' ',
  );
}

/** What is told of a line of bill and estimate. */
export const LINE_COLUMNS: readonly Column<ReconciledLine>[] = [
  {
    id: 'day',
    header: 'Days (UTC)',
    cell: (line) => <span title={lineDays(line)}>{shortLineDays(line)}</span>,
    csv: lineDays,
    width: 124,
  },
  {
    id: 'subject',
    header: 'Of',
    cell: (line) => <span title={line.billedAs.join('\n')}>{lineSubject(line)}</span>,
    csv: lineSubject,
    width: 160,
    grow: 2,
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ state }) => <StateSign state={state} />,
    csv: ({ state }) => STATE_NAMES[state],
    width: 122,
  },
  {
    id: 'billed',
    header: 'Billed (USD)',
    cell: ({ billedUsd }) => (billedUsd === null ? '-' : <Money usd={billedUsd} />),
    csv: ({ billedUsd }) => billedUsd,
    align: 'end',
    width: 96,
  },
  {
    id: 'estimated',
    header: 'Estimated (USD)',
    cell: ({ estimatedUsd, countedQuantity }) =>
      estimatedUsd !== null ? (
        <Money usd={estimatedUsd} />
      ) : countedQuantity === null ? (
        '-'
      ) : (
        <Money usd={null} />
      ),
    csv: ({ estimatedUsd, countedQuantity }) =>
      estimatedUsd ?? (countedQuantity === null ? '' : 'unpriced'),
    align: 'end',
    width: 106,
  },
  {
    id: 'difference',
    header: 'Difference (USD)',
    cell: ({ differenceUsd }) => <Money usd={differenceUsd} />,
    csv: ({ differenceUsd }) => differenceUsd,
    align: 'end',
    width: 106,
  },
  {
    id: 'causes',
    header: 'Causes',
    cell: (line) => (
      <span title={line.parts.map(({ reason }) => reason).join('\n')}>
        {causeTitles(line) || '-'}
      </span>
    ),
    csv: (line) => line.parts.map(({ cause, usd }) => `${CAUSES[cause].title}: ${usd}`).join('; '),
    width: 140,
    grow: 2,
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => accountId,
    csv: ({ accountId }) => accountId,
    width: 128,
    shown: 'wide',
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ region }) => region ?? '-',
    csv: ({ region }) => region,
    width: 120,
    shown: 'wide',
  },
  {
    id: 'model-id',
    header: 'Model id',
    cell: ({ modelId }) => modelId ?? '-',
    csv: ({ modelId }) => modelId,
    width: 200,
    shown: false,
  },
  {
    id: 'tier',
    header: 'Tier',
    cell: ({ tier }) => tier ?? '-',
    csv: ({ tier }) => tier,
    width: 100,
    shown: false,
  },
  {
    id: 'billed-as',
    header: 'Billed as',
    cell: ({ billedAs }) => billedAs.join(', ') || '-',
    csv: ({ billedAs }) => billedAs.join(' '),
    width: 220,
    shown: false,
  },
];
