import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { WatchingAnswer } from '../../../shared/api/answers.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import { Money } from '../../components/money.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { LookupEventsSwitch } from './lookup-events-switch.tsx';
import { WatchingCap } from './watching-cap.tsx';

type Operation = WatchingAnswer['operations'][number];

/** What Assay's own metered calls cost this month, by operation, and the limit they keep to. */
export function WatchingTab() {
  const watching = useAnswer('watching.get', {});
  if (watching.error !== null) {
    const retry = () => void watching.refetch();
    return <Failed what="The cost of watching" error={watching.error} onRetry={retry} />;
  }
  if (watching.data === undefined) return <Loading label="the cost of watching" height={320} />;
  const { month, usd, capUsd, lastScanUsd, operations } = watching.data;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description="Every metered AWS call that Assay makes is counted and priced"
          >
            Cost of watching
          </Header>
        }
      >
        <SpaceBetween size="l">
          <KeyValuePairs
            columns={3}
            items={[
              { label: `This month (${month})`, value: <Figure usd={usd} /> },
              { label: 'Newest scan', value: <Figure usd={lastScanUsd} none="no scan yet" /> },
              { label: 'Limit a month', value: <Figure usd={capUsd} /> },
            ]}
          />
          <div className="settings-columns">
            <WatchingCap key={capUsd} capUsd={capUsd} />
            <LookupEventsSwitch />
          </div>
        </SpaceBetween>
      </Container>
      <DataTable
        id="watching"
        title="Metered calls"
        main
        columns={COLUMNS}
        rows={operations}
        trackBy={({ operation }) => operation}
        initialSort={{ columnId: 'usd', descending: true }}
        empty={
          <Empty title="No calls this month">
            Calls are listed with their price as soon as an account is scanned.
          </Empty>
        }
      />
    </SpaceBetween>
  );
}

function Figure({ usd, none }: { readonly usd: string | null; readonly none?: string }) {
  return (
    <Box fontSize="heading-l" fontWeight="bold">
      {usd === null ? none : <Money usd={usd} />}
    </Box>
  );
}

const COLUMNS: readonly Column<Operation>[] = [
  {
    id: 'operation',
    header: 'Operation',
    cell: ({ operation }) => operation,
    csv: ({ operation }) => operation,
    sort: ({ operation }) => operation,
    width: 320,
  },
  {
    id: 'calls',
    header: 'Calls',
    align: 'end',
    cell: ({ calls }) => <Tokens count={calls} of="calls" />,
    csv: ({ calls }) => calls,
    sort: ({ calls }) => calls,
    width: 120,
  },
  {
    id: 'units',
    header: 'Billed units',
    align: 'end',
    cell: ({ units }) => <Tokens count={units} of="billed units" />,
    csv: ({ units }) => units,
    sort: ({ units }) => units,
    width: 140,
  },
  {
    id: 'usd',
    header: 'Cost',
    align: 'end',
    cell: ({ usd }) => <Money usd={usd} />,
    csv: ({ usd }) => usd,
    sort: ({ usd }) => parseUsd(usd),
    width: 120,
  },
];
