import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { EventRow } from '../../../shared/api/answers.ts';
import { Breakable } from '../../components/breakable.tsx';
import { CodeBlock } from '../../components/code-block.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { RegionName } from '../../components/region-name.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { When } from '../../components/when.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { personOfEvent, personWords } from './caller-words.ts';
import { EventOutcome, yesNo } from './event-columns.tsx';
import { type Pair, Pairs } from './pairs.tsx';
import { RelatedInvocation } from './related-invocation.tsx';

interface EventDetailsProps {
  readonly eventId: string;
  /** Absent where the event is named by the address but is not on this page of the table. */
  readonly event: EventRow | undefined;
}

/** One event: its summary, the invocation behind it, and the raw record from its file. */
export function EventDetails({ eventId, event }: EventDetailsProps) {
  const record = useAnswer('events.record', { eventId });
  return (
    <SpaceBetween size="l">
      {event === undefined ? null : <EventSummary event={event} />}
      {record.data === undefined ? null : <RelatedInvocation {...record.data} />}
      <SpaceBetween size="xs">
        <Header
          variant="h3"
          description={record.data === undefined ? '' : `From ${record.data.file}`}
        >
          Raw record
        </Header>
        {record.isPending ? <Loading label="the record" height={200} /> : null}
        {record.error === null ? null : (
          <Failed
            what="The raw record"
            error={record.error}
            onRetry={() => void record.refetch()}
          />
        )}
        {record.data === undefined ? null : (
          <CodeBlock label="raw record" text={JSON.stringify(record.data.record, null, 2)} />
        )}
      </SpaceBetween>
    </SpaceBetween>
  );
}

function EventSummary({ event }: { readonly event: EventRow }) {
  const person = personOfEvent(event);
  const pairs: readonly Pair[] = [
    ['Time', <When key="time" at={event.eventTime} />],
    ['Outcome', <EventOutcome key="outcome" event={event} />],
    ['Service', event.eventSource],
    ['Principal', event.principalArn && <PrincipalLink key="principal" arn={event.principalArn} />],
    ['Principal type', event.principalType],
    ['Session', event.sessionName],
    ['Person', person && personWords(person)],
    ['Access key id', event.accessKeyId],
    ['Account', event.accountId],
    ['Region', event.region && <RegionName key="region" region={event.region} />],
    [
      'Served in',
      event.inferenceRegion && <RegionName key="served" region={event.inferenceRegion} />,
    ],
    ['Model', event.modelId && <ModelLink key="model" modelId={event.modelId} />],
    ['Source', event.sourceIp],
    ['VPC endpoint', event.vpcEndpointId],
    ['User agent', event.userAgent],
    ['Bedrock API key', yesNo(event.bearerToken)],
    ['Read-only', yesNo(event.readOnly)],
    ['Category', event.eventCategory],
    ['Request id', event.requestId],
    ['Event id', event.eventId],
  ];
  return <Pairs pairs={pairs} />;
}

function PrincipalLink({ arn }: { readonly arn: string }) {
  return (
    <PageLink to="/audit" query={{ principal: arn }} ariaLabel={`Events of ${arn}`}>
      <Breakable text={arn} />
    </PageLink>
  );
}

function ModelLink({ modelId }: { readonly modelId: string }) {
  return (
    <PageLink to="/audit" query={{ model: modelId }} ariaLabel={`Events of ${modelId}`}>
      <Breakable text={modelId} />
    </PageLink>
  );
}
