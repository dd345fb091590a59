import Button from '@cloudscape-design/components/button';
import { PageLink } from '../../components/page-link.tsx';
import { Empty, Failed } from '../../components/states.tsx';
import type { ExportFormat } from '../../components/table/export-file.ts';
import { PagedTable } from '../../components/table/paged-table.tsx';
import { useWorkspace } from '../../workspace.ts';
import { type AuditValues, eventFilterOf, patchOf } from './audit-filters.ts';
import { EVENT_COLUMNS, TIME_COLUMN } from './event-columns.tsx';
import type { EventsPage } from './use-events-page.ts';

interface EventsTableProps {
  readonly events: EventsPage;
  readonly values: AuditValues;
  readonly update: (patch: Partial<AuditValues>, options?: { readonly replace?: boolean }) => void;
  readonly exporting: boolean;
  readonly onExport: (format: ExportFormat) => void;
}

/** The events of the address, 50 a page, in order of time. */
export function EventsTable({ events, values, update, exporting, onExport }: EventsTableProps) {
  if (events.error !== null) {
    return <Failed what="Events" error={events.error} onRetry={() => void events.refetch()} />;
  }
  return (
    <PagedTable
      id="events"
      wrap
      title="Events"
      main
      description="Times in your zone; UTC on hover"
      columns={EVENT_COLUMNS}
      rows={events.data?.rows ?? []}
      total={events.data?.total ?? 0}
      trackBy={(event) => event.eventId}
      loading={events.isPending}
      offset={values.offset}
      onOffset={(offset) => update({ offset, eventId: '' })}
      sort={{ columnId: TIME_COLUMN, descending: values.sort === 'time-desc' }}
      onSort={({ descending }) =>
        update({ sort: descending ? 'time-desc' : 'time-asc', offset: 0, eventId: '' })
      }
      onOpen={(event) => update({ eventId: event.eventId }, { replace: values.eventId !== '' })}
      openId={values.eventId}
      exporting={exporting}
      onExport={onExport}
      empty={<NoEvents values={values} onClear={() => update(patchOf({}))} />}
    />
  );
}

interface NoEventsProps {
  readonly values: AuditValues;
  readonly onClear: () => void;
}

function NoEvents({ values, onClear }: NoEventsProps) {
  const { newestDay } = useWorkspace();
  if (Object.keys(eventFilterOf(values)).length > 0) {
    return (
      <Empty title="No events match" action={<Button onClick={onClear}>Clear the filter</Button>}>
        The period has no event with all of these properties.
      </Empty>
    );
  }
  const settings = <PageLink to="/settings">Open a folder of logs, or scan an account</PageLink>;
  return (
    <Empty title="No events in this period" action={settings}>
      {newestDay === null
        ? 'CloudTrail records of Bedrock would be listed here.'
        : `The newest day with data is ${newestDay}: choose a period that holds it.`}
    </Empty>
  );
}
