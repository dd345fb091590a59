import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { EventRow } from '../../../shared/api/answers.ts';
import { principalLabel } from '../../../shared/model/principal.ts';
import { Breakable } from '../../components/breakable.tsx';
import { principalName } from '../../components/principal-name.ts';
import { RegionName } from '../../components/region-name.tsx';
import type { Column } from '../../components/table/column.ts';
import { When } from '../../components/when.tsx';
import { CalledModel } from './called-model.tsx';
import { personOfEvent, personWords } from './caller-words.ts';

/** The id of the one column that the backend can order by. */
export const TIME_COLUMN = 'time';

/** Everything of an event; the wide and the rare are shown when the reader chooses them. */
export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  {
    id: TIME_COLUMN,
    header: 'Time',
    cell: (event) => <When at={event.eventTime} />,
    csv: (event) => event.eventTime,
    sort: (event) => event.eventTime,
    width: 172,
  },
  {
    ...textColumn({ id: 'name', header: 'Event', width: 150, grow: 1 }, (event) => event.eventName),
    cell: ({ eventName }) => <Breakable text={eventName} />,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: (event) => <EventOutcome event={event} />,
    csv: (event) => event.errorCode ?? 'ok',
    width: 112,
    grow: 1,
  },
  {
    id: 'principal',
    header: 'Principal',
    cell: (event) => <Caller event={event} />,
    csv: (event) => event.principalArn,
    width: 134,
    grow: 2,
  },
  {
    ...textColumn({ id: 'model', header: 'Model', width: 118, grow: 2 }, (event) => event.modelId),
    cell: ({ modelId }) => (modelId === null ? '-' : <CalledModel modelId={modelId} />),
  },
  {
    ...textColumn(
      { id: 'region', header: 'Region', width: 114, grow: 0.5 },
      (event) => event.region,
    ),
    cell: ({ region }) => <RegionName region={region} />,
  },
  textColumn({ id: 'account', header: 'Account', width: 132 }, (event) => event.accountId),
  textColumn(
    { id: 'source-ip', header: 'Source', width: 130, shown: false },
    (event) => event.sourceIp,
  ),
  textColumn(
    { id: 'session', header: 'Session', width: 180, shown: false },
    (event) => event.sessionName,
  ),
  textColumn(
    { id: 'person', header: 'Person', width: 180, shown: false },
    (event) => personOfEvent(event)?.name ?? null,
  ),
  textColumn({ id: 'service', header: 'Service', shown: false }, (event) => event.eventSource),
  textColumn({ id: 'category', header: 'Category', shown: false }, (event) => event.eventCategory),
  textColumn(
    { id: 'served-in', header: 'Served in', shown: false },
    (event) => event.inferenceRegion,
  ),
  textColumn(
    { id: 'principal-type', header: 'Principal type', shown: false },
    (event) => event.principalType,
  ),
  textColumn(
    { id: 'access-key', header: 'Access key id', shown: false },
    (event) => event.accessKeyId,
  ),
  textColumn(
    { id: 'agent', header: 'User agent', width: 260, shown: false },
    (event) => event.userAgent,
  ),
  textColumn(
    { id: 'endpoint', header: 'VPC endpoint', shown: false },
    (event) => event.vpcEndpointId,
  ),
  textColumn({ id: 'bearer', header: 'API key call', shown: false }, (event) =>
    yesNo(event.bearerToken),
  ),
  textColumn({ id: 'read-only', header: 'Read-only', shown: false }, (event) =>
    yesNo(event.readOnly),
  ),
  textColumn({ id: 'request', header: 'Request id', shown: false }, (event) => event.requestId),
  textColumn({ id: 'id', header: 'Event id', shown: false }, (event) => event.eventId),
];

/** Whether a call went through, and the error code when it did not. */
export function EventOutcome({ event }: { readonly event: EventRow }) {
  if (event.errorCode === null) return <StatusIndicator type="success">ok</StatusIndicator>;
  return (
    <span title={event.errorCode}>
      <StatusIndicator type="error">
        <Breakable text={event.errorCode} />
      </StatusIndicator>
    </span>
  );
}

/** The role or user, and the person behind its session where the event tells one. */
function Caller({ event }: { readonly event: EventRow }) {
  const person = personOfEvent(event);
  return (
    <span title={event.principalArn ?? ''}>
      <Breakable text={principalName(principalLabel(event.principalArn ?? '-'))} />
      {person === null ? null : (
        <div className="quiet" title={personWords(person)}>
          <Breakable text={person.name} />
        </div>
      )}
    </span>
  );
}

/** A flag of a record in words; empty where the record does not say. */
export function yesNo(flag: boolean | null): string | null {
  return flag === null ? null : flag ? 'yes' : 'no';
}

type TextColumn = Pick<Column<EventRow>, 'id' | 'header' | 'width' | 'grow' | 'shown'>;

function textColumn(
  column: TextColumn,
  read: (event: EventRow) => string | null,
): Column<EventRow> {
  return {
    ...column,
    cell: (event) => <span title={read(event) ?? ''}>{read(event) ?? '-'}</span>,
    csv: read,
  };
}
