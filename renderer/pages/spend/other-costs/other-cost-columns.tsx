import Box from '@cloudscape-design/components/box';
import type { OtherCost } from '../../../../shared/api/reconcile-answers.ts';
import { COST_SUBJECTS } from '../../../../shared/cost/reconcile/cost-subject.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Breakable } from '../../../components/breakable.tsx';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import type { Column } from '../../../components/table/column.ts';
import { unitName } from '../../../spend/unit-name.ts';
import { quantityText, quantityUnit, whatWords } from './cost-quantity.ts';

/** Tells costs of an answer apart. */
export function otherCostKey(cost: OtherCost): string {
  const { subject, accountId, region, what, billedUnit, provenance } = cost;
  return [subject, accountId, region, what, billedUnit, provenance].join(' ');
}

/** In words, with the bill's own name below; that name alone where no words are known. */
function WhatCost(cost: OtherCost) {
  const words = whatWords(cost);
  const own = <Breakable text={cost.what} />;
  if (words === null) return own;
  return (
    <>
      {words}
      <Box variant="small" display="block" color="text-body-secondary">
        {own}
      </Box>
    </>
  );
}

const accountOf = ({ accountName, accountId }: OtherCost) => accountName ?? accountId;

/** What is told of a cost beside counted tokens. */
export const OTHER_COLUMNS: readonly Column<OtherCost>[] = [
  {
    id: 'subject',
    header: 'For',
    cell: ({ subject }) => COST_SUBJECTS[subject],
    csv: ({ subject }) => COST_SUBJECTS[subject],
    sort: ({ subject }) => COST_SUBJECTS[subject],
    width: 150,
    grow: 1,
  },
  {
    id: 'what',
    header: 'What',
    cell: WhatCost,
    csv: ({ what }) => what,
    sort: (cost) => whatWords(cost) ?? cost.what,
    width: 190,
    grow: 2,
  },
  {
    id: 'quantity',
    header: 'Quantity',
    cell: (cost) => <span className="figure">{quantityText(cost)}</span>,
    csv: ({ quantity }) => quantity,
    align: 'end',
    width: 140,
  },
  {
    id: 'quantity-unit',
    header: 'Quantity in',
    cell: (cost) => quantityUnit(cost) ?? '-',
    csv: quantityUnit,
    width: 150,
    shown: false,
  },
  {
    id: 'unit',
    header: 'Unit',
    cell: ({ unit }) => (unit === null ? '-' : unitName(unit)),
    csv: ({ unit }) => unit,
    width: 150,
    shown: false,
  },
  {
    id: 'amount',
    header: 'Cost (USD)',
    cell: ({ usd }) => <Money usd={usd} />,
    csv: ({ usd }) => usd ?? 'unpriced',
    sort: ({ usd }) => parseUsd(usd ?? '0'),
    align: 'end',
    width: 128,
  },
  {
    id: 'provenance',
    header: 'From',
    cell: ({ provenance }) => <ProvenanceBadge provenance={provenance} />,
    csv: ({ provenance }) => provenance,
    sort: ({ provenance }) => provenance,
    width: 92,
  },
  {
    id: 'account-name',
    header: 'Account',
    cell: (cost) => <span title={cost.accountId}>{accountOf(cost)}</span>,
    csv: accountOf,
    sort: accountOf,
    width: 128,
  },
  {
    id: 'account',
    header: 'Account id',
    cell: ({ accountId }) => accountId,
    csv: ({ accountId }) => accountId,
    sort: ({ accountId }) => accountId,
    width: 128,
    shown: 'wide',
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ region }) => region ?? '-',
    csv: ({ region }) => region,
    sort: ({ region }) => region ?? '',
    width: 112,
  },
  {
    id: 'source',
    header: 'Source',
    cell: ({ source }) => <span title={source}>{source}</span>,
    csv: ({ source }) => source,
    width: 200,
    grow: 2,
    shown: 'wide',
  },
];
