import SpaceBetween from '@cloudscape-design/components/space-between';
import { unwrap } from '../../../shared/api/result.ts';
import { DetailsPanel } from '../../components/details-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ExportProgress } from '../../components/table/export-progress.tsx';
import { usePagedExport } from '../../components/table/use-paged-export.ts';
import { useFilters } from '../../filters.ts';
import { periodLabel } from '../../period.ts';
import { usePageApi } from '../../queries/page-api.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { usePeriod } from '../../workspace.ts';
import { auditFilters, eventFilterOf, patchOf } from './audit-filters.ts';
import { auditSummary } from './audit-summary.ts';
import { EVENT_COLUMNS } from './event-columns.tsx';
import { EventDetails } from './event-details.tsx';
import { EventFilterBar } from './event-filter-bar.tsx';
import { EventTimeline } from './event-timeline.tsx';
import { EventsTable } from './events-table.tsx';
import { useEventsPage } from './use-events-page.ts';

/** Who called what, when, and how it went: every event of the period, narrowed by the address. */
export function AuditPage() {
  const { call } = usePageApi();
  const [period] = usePeriod();
  const [values, update] = useFilters(auditFilters);
  const filter = eventFilterOf(values);
  const timeline = useAnswer('events.timeline', { ...period, filter }, { keepPrevious: true });
  const facets = useAnswer('events.facets', { ...period }, { keepPrevious: true });
  const events = useEventsPage(period, values);
  const exporting = usePagedExport({
    fileName: `assay-events-${period.from}`,
    title: 'Events',
    noun: 'event',
    columns: EVENT_COLUMNS,
  });
  const open = events.data?.rows.find((event) => event.eventId === values.eventId);
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Audit"
        description={
          timeline.data === undefined
            ? periodLabel(period)
            : `${periodLabel(period)}: ${auditSummary(timeline.data)}`
        }
      />
      <EventFilterBar
        filter={filter}
        facets={facets.data}
        total={events.data?.total}
        onChange={(next) => update(patchOf(next))}
      />
      <EventTimeline
        period={period}
        buckets={timeline.data}
        error={timeline.error}
        updating={timeline.isPlaceholderData}
        onRetry={() => void timeline.refetch()}
      />
      <ExportProgress {...exporting} />
      <EventsTable
        events={events}
        values={values}
        update={update}
        exporting={exporting.progress !== null}
        onExport={(format) =>
          exporting.start(format, async (offset, limit) =>
            unwrap(
              await call('events.list', { ...period, filter, sort: values.sort, offset, limit }),
            ),
          )
        }
      />
      {values.eventId === '' ? null : (
        <DetailsPanel
          title={open === undefined ? `Event ${values.eventId}` : open.eventName}
          onClose={() => update({ eventId: '' })}
        >
          <EventDetails key={values.eventId} eventId={values.eventId} event={open} />
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}
