import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { useFilters } from '../../../filters.ts';
import { exactCount } from '../../../format.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import { PriceTable } from '../cost/price-table.tsx';
import { TabAnswer } from '../parts/tab-answer.tsx';
import { SpendFilterBar } from '../spend-filter-bar.tsx';
import { spendUsageFilters } from '../usage-filters.ts';
import { usageInputOf } from '../usage-input.ts';
import { ConflictTable } from './conflict-table.tsx';
import { LineTable } from './line-table.tsx';
import { OverrideList } from './override-list.tsx';
import { PRICE_VIEWS, type PriceView, priceFilters } from './price-filters.ts';
import { conflictSentence, priceSentence } from './price-headline.ts';

const HEADLINE_HEIGHT = 64;

/** Which price lines priced the period, the reader's own prices, and where sources disagree. */
export function PricesTab() {
  const [values, update] = useFilters(priceFilters);
  const [usage] = useFilters(spendUsageFilters);
  const [period] = usePeriod();
  const spend = useAnswer('spend.get', { ...period, groupBy: 'model', ...usageInputOf(usage) });
  const conflicts = useAnswer('prices.conflicts', {});
  const count = (rows: readonly unknown[] | undefined) =>
    rows === undefined ? '' : ` (${exactCount(rows.length)})`;
  const views: Readonly<Record<PriceView, { readonly label: string; readonly shown: ReactNode }>> =
    {
      own: { label: 'Your prices', shown: <OverrideList /> },
      used: {
        label: `Used${count(spend.data?.prices)}`,
        shown: <PriceTable answer={spend.data} waiting={spend.isPending} />,
      },
      lines: {
        label: 'All lines of a model',
        shown: <LineTable modelId={values.of} onModel={(of) => update({ of })} />,
      },
      conflicts: {
        label: `Conflicts${count(conflicts.data)}`,
        shown:
          conflicts.error === null ? (
            <ConflictTable
              conflicts={conflicts.data ?? []}
              loading={conflicts.isPending}
              text={values.text}
              onText={(text) => update({ text }, { replace: true })}
            />
          ) : (
            <Failed
              what="Conflicts"
              error={conflicts.error}
              onRetry={() => void conflicts.refetch()}
            />
          ),
      },
    };
  return (
    <SpaceBetween size="m">
      <SpendFilterBar />
      {spend.error !== null ? (
        <Failed what="Prices used" error={spend.error} onRetry={() => void spend.refetch()} />
      ) : spend.data === undefined ? (
        <Loading label="prices" height={HEADLINE_HEIGHT} />
      ) : (
        <TabAnswer
          notes={spend.data.notes}
          detail={
            <>
              {conflicts.data === undefined ? '' : conflictSentence(conflicts.data)} Prices of your
              own come first, then the account's rate card, the Price List, the bundled table.
            </>
          }
        >
          {priceSentence(spend.data)} <ProvenanceBadge provenance={spend.data.provenance} />
        </TabAnswer>
      )}
      <Tabs
        activeTabId={values.view}
        onChange={({ detail }) => {
          const view = PRICE_VIEWS.find((id) => id === detail.activeTabId);
          if (view !== undefined) update({ view });
        }}
        ariaLabel="Prices"
        tabs={PRICE_VIEWS.map((id) => ({
          id,
          label: views[id].label,
          content: id === values.view ? views[id].shown : null,
        }))}
      />
    </SpaceBetween>
  );
}
