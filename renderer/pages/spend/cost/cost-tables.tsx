import Tabs from '@cloudscape-design/components/tabs';
import { usageFilters, usageInput } from '../../../filters.ts';
import { exactCount } from '../../../format.ts';
import { groupingWord } from '../../../spend/grouping.ts';
import { usageInputOf } from '../usage-input.ts';
import { COST_TABLES, type CostValues, type UpdateCost } from './cost-filters.ts';
import { GroupTable } from './group-table.tsx';
import { MoversTable } from './movers-table.tsx';
import { PriceTable } from './price-table.tsx';
import { PrincipalTable } from './principal-table.tsx';
import { UnpricedTable } from './unpriced-table.tsx';
import type { CostOverTime } from './use-cost.ts';

interface CostTablesProps {
  readonly cost: CostOverTime;
  readonly values: CostValues;
  readonly update: UpdateCost;
}

/** What the chart is made of: groups, changes, principals, prices, what has none; nothing where spend failed. */
export function CostTables({ cost, values, update }: CostTablesProps) {
  const answer = cost.now.data;
  const waiting = cost.now.isPending;
  if (cost.now.error !== null && answer === undefined) return null;
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
          label: `By ${groupingWord(cost.groupBy)}`,
          content: (
            <GroupTable
              cost={cost}
              groupBy={cost.groupBy}
              openKey={values.callsAt === '' ? null : values.callsOf}
              update={update}
            />
          ),
        },
        {
          id: 'movers',
          label: 'What changed most',
          content: <MoversTable cost={cost} values={values} update={update} />,
        },
        {
          id: 'principals',
          label: 'Invocations by principal',
          content: (
            <PrincipalTable
              filter={usageInput(values)}
              partly={Object.keys(usageInputOf(values).filter ?? {}).some(
                (name) => !(name in usageFilters),
              )}
              offset={values.offset}
              onOffset={(offset) => update({ offset })}
            />
          ),
        },
        {
          id: 'prices',
          label: `Prices used (${exactCount(answer?.prices.length ?? 0)})`,
          content: <PriceTable answer={answer} waiting={waiting} />,
        },
        {
          id: 'unpriced',
          label: `Unpriced (${exactCount(answer?.unpriced.length ?? 0)})`,
          content: <UnpricedTable answer={answer} waiting={waiting} />,
        },
      ]}
    />
  );
}
