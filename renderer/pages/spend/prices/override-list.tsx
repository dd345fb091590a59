import { addDays } from '../../../../shared/model/period.ts';
import type { PriceOverride } from '../../../../shared/model/price-override.ts';
import { Empty, Failed } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { EditedList } from '../parts/edited-list.tsx';
import type { Numbered } from '../parts/list-changes.ts';
import { OverrideEditor } from './override-editor.tsx';
import { overrideSubject, overrideTerms } from './override-words.ts';

/** Discounts and prices that the reader negotiated: they come before every list. */
export function OverrideList() {
  const settings = useAnswer('settings.get', {});
  if (settings.error !== null) {
    return (
      <Failed what="Your prices" error={settings.error} onRetry={() => void settings.refetch()} />
    );
  }
  return (
    <EditedList<PriceOverride>
      id="spend-own-prices"
      title="Your discounts and prices"
      description="Of several that fit, the first holds. A discount is never taken off a price that you entered. Where the account's rate card has your private prices already, enter nothing."
      noun="price of your own"
      ordered
      main
      columns={COLUMNS}
      items={settings.data?.priceOverrides ?? []}
      loading={settings.isPending}
      empty={
        <Empty title="AWS's listed prices hold">
          Add a discount by model or for everything, or a price that you negotiated.
        </Empty>
      }
      patch={(priceOverrides) => ({ priceOverrides: [...priceOverrides] })}
      form={(props) => <OverrideEditor {...props} />}
    />
  );
}

const COLUMNS: readonly Column<Numbered<PriceOverride>>[] = [
  {
    id: 'number',
    header: 'Order',
    cell: ({ number }) => number,
    csv: ({ number }) => number,
    align: 'end',
    width: 70,
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: ({ item }) => item.kind,
    csv: ({ item }) => item.kind,
    width: 92,
  },
  {
    id: 'subject',
    header: 'Of',
    cell: ({ item }) => <span title={overrideSubject(item)}>{overrideSubject(item)}</span>,
    csv: ({ item }) => overrideSubject(item),
    width: 170,
    grow: 2,
  },
  {
    id: 'terms',
    header: 'You pay',
    cell: ({ item }) => overrideTerms(item),
    csv: ({ item }) => overrideTerms(item),
    width: 160,
    grow: 1,
  },
  {
    id: 'first',
    header: 'First day',
    cell: ({ item }) => item.validFrom,
    csv: ({ item }) => item.validFrom,
    width: 116,
  },
  {
    id: 'last',
    header: 'Last day',
    cell: ({ item }) => (item.validTo === null ? 'open' : addDays(item.validTo, -1)),
    csv: ({ item }) => (item.validTo === null ? '' : addDays(item.validTo, -1)),
    width: 116,
  },
  {
    id: 'note',
    header: 'Note',
    cell: ({ item }) => <span title={item.note}>{item.note}</span>,
    csv: ({ item }) => item.note,
    width: 150,
    grow: 2,
  },
];
