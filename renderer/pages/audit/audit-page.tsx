import SpaceBetween from '@cloudscape-design/components/space-between';
import { DetailsPanel } from '../../components/details-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useFilters } from '../../filters.ts';
import { periodLabel } from '../../period.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { usePeriod } from '../../workspace.ts';
import { auditFilters, eventFilterOf, patchOf } from './audit-filters.ts';
import { auditSummary } from './audit-summary.ts';
import { EventDetails } from './event-details.tsx';
import { EventFilterBar } from './event-filter-bar.tsx';
import { EventTimeline } from './event-timeline.tsx';
import { EventsTable } from './events-table.tsx';
import { ExportProgress } from './export-progress.tsx';
import { useEventExport } from './use-event-export.ts';
import { useEventsPage } from './use-events-page.ts';

/** Who called what, when, and how it went: every event of the period, narrowed by the address. */
export function AuditPage() {
  const [period] = usePeriod();
  const [values, update] = useFilters(auditFilters);
  const filter = eventFilterOf(values);
  const timeline = useAnswer('events.timeline', { ...period, filter }, { keepPrevious: true });
  const facets = useAnswer('events.facets', { ...period }, { keepPrevious: true });
  const events = useEventsPage(period, values);
  const exporting = useEventExport();
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
        onExport={() => exporting.start({ ...period, filter, sort: values.sort })}
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
