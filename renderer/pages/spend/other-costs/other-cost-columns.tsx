import type { OtherCost } from '../../../../shared/api/reconcile-answers.ts';
import { COST_SUBJECTS } from '../../../../shared/cost/reconcile/cost-subject.ts';
import { groupThousands } from '../../../../shared/model/group-thousands.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Breakable } from '../../../components/breakable.tsx';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import type { Column } from '../../../components/table/column.ts';
import { unitName } from '../../../spend/unit-name.ts';

/** Tells costs of an answer apart. */
export function otherCostKey({ subject, accountId, region, what, provenance }: OtherCost): string {
  return [subject, accountId, region, what, provenance].join(' ');
}

/** The bill's quantity, whole and with its thousands grouped. */
function quantityText({ quantity }: OtherCost): string {
  if (quantity === null) return 'not told';
  const [whole = '0', decimals] = quantity.split('.');
  return `${groupThousands(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
}

const unitOf = ({ unit }: OtherCost) => (unit === null ? '-' : unitName(unit));

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
    cell: ({ what }) => <Breakable text={what} />,
    csv: ({ what }) => what,
    sort: ({ what }) => what,
    width: 190,
    grow: 2,
  },
  {
    id: 'quantity',
    header: 'Quantity',
    cell: (cost) => <span className="figure">{quantityText(cost)}</span>,
    csv: ({ quantity }) => quantity,
    align: 'end',
    width: 118,
  },
  {
    id: 'unit',
    header: 'Unit',
    cell: unitOf,
    csv: ({ unit }) => unit,
    sort: unitOf,
    width: 150,
    shown: 'wide',
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
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => accountId,
    csv: ({ accountId }) => accountId,
    sort: ({ accountId }) => accountId,
    width: 128,
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
