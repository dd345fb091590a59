import Tabs from '@cloudscape-design/components/tabs';
import type { Input } from '../../../../shared/api/contract.ts';
import { exactCount } from '../../../format.ts';
import type { SpendOverTime } from '../../../spend/use-spend.ts';
import { COST_TABLES, type CostValues, groupingWord } from './cost-filters.ts';
import { GroupTable } from './group-table.tsx';
import { PriceTable } from './price-table.tsx';
import { PrincipalTable } from './principal-table.tsx';
import { UnpricedTable } from './unpriced-table.tsx';

interface CostTablesProps {
  readonly spend: SpendOverTime;
  readonly values: CostValues;
  readonly filter: Pick<Input<'spend.get'>, 'filter'>;
  readonly update: (patch: Partial<CostValues>) => void;
}

/** What the chart is made of: groups, principals, prices, what has none; nothing where spend failed. */
export function CostTables({ spend, values, filter, update }: CostTablesProps) {
  const answer = spend.now.data;
  if (spend.now.error !== null && answer === undefined) return null;
  return (
    <Tabs
      activeTabId={values.table}
      onChange={({ detail }) => {
        const table = COST_TABLES.find((id) => id === detail.activeTabId);
        if (table !== undefined) update({ table, offset: 0 });
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
