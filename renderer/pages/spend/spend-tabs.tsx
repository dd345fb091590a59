import Tabs from '@cloudscape-design/components/tabs';
import type { Input } from '../../../shared/api/contract.ts';
import { exactCount } from '../../format.ts';
import type { SpendOverTime } from '../../spend/use-spend.ts';
import { GroupTable } from './group-table.tsx';
import { PriceTable } from './price-table.tsx';
import { PrincipalTable } from './principal-table.tsx';
import { groupingWord, SPEND_TABS, type SpendValues } from './spend-filters.ts';
import { UnpricedTable } from './unpriced-table.tsx';

interface SpendTabsProps {
  readonly spend: SpendOverTime;
  readonly values: SpendValues;
  readonly filter: Pick<Input<'spend.get'>, 'filter'>;
  readonly update: (patch: Partial<SpendValues>) => void;
}

/** What the chart is made of: groups, principals, prices, what has none; nothing where spend failed. */
export function SpendTabs({ spend, values, filter, update }: SpendTabsProps) {
  const answer = spend.now.data;
  if (spend.now.error !== null && answer === undefined) return null;
  return (
    <Tabs
      activeTabId={values.tab}
      onChange={({ detail }) => {
        const tab = SPEND_TABS.find((id) => id === detail.activeTabId);
        if (tab !== undefined) update({ tab, offset: 0 });
      }}
      ariaLabel="What the spend is made of"
      tabs={[
        {
          id: 'groups',
          label: `By ${groupingWord(values.groupBy)}`,
          content: <GroupTable spend={spend} groupBy={values.groupBy} />,
        },
        {
          id: 'principals',
          label: 'Invocations by principal',
          content: (
            <PrincipalTable
              filter={filter}
              offset={values.offset}
              onOffset={(offset) => update({ offset })}
            />
          ),
        },
        {
          id: 'prices',
          label: `Prices used (${exactCount(answer?.prices.length ?? 0)})`,
          content: <PriceTable answer={answer} waiting={spend.now.isPending} />,
        },
        {
          id: 'unpriced',
          label: `Unpriced (${exactCount(answer?.unpriced.length ?? 0)})`,
          content: <UnpricedTable answer={answer} waiting={spend.now.isPending} />,
        },
      ]}
    />
  );
}
