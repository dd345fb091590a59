import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { CapacityRow } from '../../../../shared/api/answers.ts';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { sentence } from '../../../spend/words.ts';
import { usePeriod } from '../../../workspace.ts';
import { HowToRead } from '../parts/how-to-read.tsx';
import { PlaceBar, placedRows, placeFilters } from '../parts/place-bar.tsx';
import { TabAnswer } from '../parts/tab-answer.tsx';
import { CAPACITY_COLUMNS, capacityKey } from './capacity-columns.tsx';
import { CapacityDetails } from './capacity-details.tsx';
import { capacitySentence } from './capacity-words.ts';

const HEIGHT = 96;

/** Bought capacity: whether it is used, pays off against on demand, and how long it binds. */
export function CapacityTab() {
  const [period] = usePeriod();
  const [places] = useFilters(placeFilters);
  const [open, setOpen] = useState<CapacityRow | null>(null);
  const answer = useAnswer('spend.capacity', { ...period });
  const { data, error } = answer;
  if (error !== null) {
    return <Failed what="Bought capacity" error={error} onRetry={() => void answer.refetch()} />;
  }
  if (data === undefined) return <Loading label="bought capacity" height={HEIGHT} />;
  const rows = placedRows(data.rows, places);
  return (
    <SpaceBetween size="m">
      <PlaceBar rows={data.rows} shown={rows.length} noun="purchase" />
      <TabAnswer
        notes={data.notes}
        action={data.notRead === null && data.partlyRead === null ? undefined : <HowToRead />}
        detail={
          rows.some(({ costUsd }) => costUsd === null) ? (
            <>
              Some of it has no price line: AWS lists none for most models. Enter what was quoted
              under{' '}
              <PageLink to="/spend" query={{ tab: 'prices' }}>
                Prices
              </PageLink>
              , by model unit hours, and its cost and break-even are told;{' '}
              <PageLink
                to="/spend"
                query={{ tab: 'other-costs', subject: ['provisioned', 'reserved'] }}
              >
                what was billed for it
              </PageLink>{' '}
              is under Other costs.
            </>
          ) : undefined
        }
      >
        {capacitySentence(rows, data)} <ProvenanceBadge provenance={data.provenance} />{' '}
        {rows.some(({ costProvenance }) => costProvenance === 'billed') ? (
          <ProvenanceBadge provenance="billed" />
        ) : null}
      </TabAnswer>
      <DataTable
        id="spend-capacity"
        wrap
        title="Provisioned throughput and reserved capacity"
        description="Of the hours in this period in which it was in service; a billed cost and what it saved are of the billed days alone"
        columns={CAPACITY_COLUMNS}
        rows={rows}
        trackBy={capacityKey}
        initialSort={{ columnId: 'saved', descending: false }}
        openId={open === null ? null : capacityKey(open)}
        onOpen={setOpen}
        empty={
          data.rows.length > 0 ? (
            <Empty title="No capacity fits the filter">Remove a part of it to see the rest.</Empty>
          ) : data.notRead !== null ? (
            <Empty title="What capacity is bought is not known" action={<HowToRead />}>
              {sentence(data.notRead)}
            </Empty>
          ) : data.partlyRead !== null ? (
            <Empty title="No capacity is bought where it was read" action={<HowToRead />}>
              {sentence(data.partlyRead)}
            </Empty>
          ) : (
            <Empty
              title="No capacity is bought"
              action={
                <PageLink to="/spend" query={{ tab: 'what-if' }}>
                  What if some were
                </PageLink>
              }
            >
              Model units and reserved tokens a minute would be listed here.
            </Empty>
          )
        }
        main
      />
      {open === null ? null : (
        <DetailsPanel title={open.name} onClose={() => setOpen(null)}>
          <CapacityDetails row={open} />
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}
