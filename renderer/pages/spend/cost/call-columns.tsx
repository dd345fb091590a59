import type { SpendCall } from '../../../../shared/api/answers.ts';
import { principalLabel } from '../../../../shared/model/principal.ts';
import { Money } from '../../../components/money.tsx';
import { principalName } from '../../../components/principal-name.ts';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import type { Column } from '../../../components/table/column.ts';
import { Tokens } from '../../../components/tokens.tsx';
import { When } from '../../../components/when.tsx';
import { durationInWords, exactCount } from '../../../format.ts';

type CallColumn = Column<SpendCall>;

/** What one logged invocation shows; identifiers and rarer facts are shown when they are chosen. */
export const CALL_COLUMNS: readonly CallColumn[] = [
  {
    id: 'time',
    header: 'Time',
    cell: ({ time }) => <When at={time} />,
    csv: ({ time }) => time,
    width: 172,
  },
  {
    id: 'cost',
    header: 'Cost (USD)',
    cell: (call) => <CallAmount call={call} />,
    csv: ({ usd }) => usd,
    align: 'end',
    width: 110,
  },
  {
    id: 'model',
    header: 'Model',
    cell: ({ model, modelId }) => <span title={modelId ?? ''}>{model ?? modelId ?? '-'}</span>,
    csv: ({ modelId }) => modelId,
    width: 120,
    grow: 1,
  },
  {
    id: 'principal',
    header: 'Principal',
    cell: ({ principalArn }) =>
      principalArn === null ? (
        '-'
      ) : (
        <span title={principalArn}>{principalName(principalLabel(principalArn))}</span>
      ),
    csv: ({ principalArn }) => principalArn,
    width: 128,
    grow: 1,
  },
  tokens('input', 'Input', ({ inputTokens }) => inputTokens),
  tokens('output', 'Output', ({ outputTokens }) => outputTokens),
  tokens('cache-read', 'Cache read', ({ cacheReadTokens }) => cacheReadTokens),
  tokens('cache-write', 'Cache write', ({ cacheWriteTokens }) => cacheWriteTokens),
  text('unpriced', 'Why unpriced', ({ unpricedReason }) => unpricedReason),
  text('session', 'Session', ({ sessionName }) => sessionName),
  text('operation', 'Operation', ({ operation }) => operation),
  text('account', 'Account', ({ accountId }) => accountId),
  text('region', 'Region', ({ region }) => region),
  text('destination', 'Served in', ({ destinationRegion }) => destinationRegion),
  text('tier', 'Service tier', ({ tier }) => tier),
  tokens('images', 'Images', ({ outputImages }) => outputImages),
  {
    id: 'latency',
    header: 'Latency',
    cell: ({ latencyMs }) => (latencyMs === null ? '-' : durationInWords(latencyMs)),
    csv: ({ latencyMs }) => latencyMs,
    align: 'end',
    width: 100,
    shown: false,
  },
  text('guardrail', 'Guardrail', ({ guardrailId }) => guardrailId),
  text('stop', 'Stop reason', ({ stopReason }) => stopReason),
  text('error', 'Error', ({ errorCode }) => errorCode),
  text('metadata', 'Request metadata', ({ requestMetadata }) => requestMetadata),
  text('request', 'Request id', ({ requestId }) => requestId),
];

function CallAmount({ call }: { readonly call: SpendCall }) {
  if (call.usd !== null) return <Money usd={call.usd} />;
  if (call.errorCode !== null) return <span title={call.errorCode}>failed</span>;
  return (
    <span title={call.unpricedReason ?? ''}>
      <ProvenanceBadge provenance="unpriced" />
    </span>
  );
}

function tokens(id: string, header: string, of: (call: SpendCall) => number | null): CallColumn {
  return {
    id,
    header,
    cell: (call) => {
      const count = of(call);
      return count === null ? '-' : <Tokens count={count} of={header.toLowerCase()} />;
    },
    csv: of,
    align: 'end',
    width: 92,
    shown: id === 'input' || id === 'output' ? 'roomy' : 'wide',
  };
}

function text(id: string, header: string, of: (call: SpendCall) => string | null): CallColumn {
  return {
    id,
    header,
    cell: (call) => of(call) ?? '-',
    csv: of,
    width: 150,
    shown: false,
  };
}

/** A call's counts by kind, those that its log tells. */
export function callQuantities(call: SpendCall): readonly (readonly [string, string])[] {
  const counts: readonly (readonly [string, number | null])[] = [
    ['Input tokens', call.inputTokens],
    ['Output tokens', call.outputTokens],
    ['Cache read tokens', call.cacheReadTokens],
    ['Cache write tokens', call.cacheWriteTokens],
    ['Images', call.outputImages],
  ];
  return counts.flatMap(([name, count]) =>
    count === null ? [] : [[name, exactCount(count)] as const],
  );
}
