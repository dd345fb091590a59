import type { ModelCaller, ModelDetail } from '../../../shared/api/answers.ts';
import { principalLabel } from '../../../shared/model/principal.ts';
import { PageLink } from '../../components/page-link.tsx';
import { principalName } from '../../components/principal-name.ts';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { countOf, exactCount } from '../../format.ts';

/** Who calls a model, each with a way to its events and its spend. */
export function ModelCallers({ detail: { model, window } }: { readonly detail: ModelDetail }) {
  const { callers, callerCount, unnamedCalls } = model.use;
  const cut = callerCount > callers.length ? ` The ${callers.length} with most calls.` : '';
  const unnamed =
    unnamedCalls > 0 ? ` ${countOf(unnamedCalls, 'call')} more: metrics name no caller.` : '';
  return (
    <DataTable
      id="model-callers"
      title="Callers"
      description={`Since ${window.from} (UTC).${cut}${unnamed}`}
      variant="embedded"
      columns={columnsFor(model.modelId)}
      rows={callers}
      trackBy={({ principalArn }) => principalArn ?? ''}
      initialSort={{ columnId: 'calls', descending: true }}
      empty={
        <Empty title="Nobody is known to call it">
          {unnamedCalls > 0
            ? 'Metrics count its calls; events and invocation logs would name who makes them.'
            : 'No call was seen in the last 30 days.'}
        </Empty>
      }
    />
  );
}

function columnsFor(model: string): readonly Column<ModelCaller>[] {
  return [
    {
      id: 'principal',
      header: 'Principal',
      cell: ({ principalArn }) => (
        <span title={principalArn ?? ''}>
          <PageLink to="/audit" query={{ principal: principalArn ?? '', model }}>
            {principalName(principalLabel(principalArn ?? ''))}
          </PageLink>
        </span>
      ),
      csv: ({ principalArn }) => principalArn,
      sort: ({ principalArn }) => principalLabel(principalArn ?? ''),
      width: 150,
      grow: 1,
    },
    {
      id: 'calls',
      header: 'Calls',
      cell: ({ calls }) => exactCount(calls),
      csv: ({ calls }) => calls,
      sort: ({ calls }) => calls,
      align: 'end',
      width: 88,
    },
    {
      id: 'tokens',
      header: 'In / out',
      cell: ({ inputTokens, outputTokens }) => (
        <>
          <KnownTokens count={inputTokens} /> / <KnownTokens count={outputTokens} />
        </>
      ),
      csv: ({ inputTokens, outputTokens }) => `${inputTokens ?? ''} ${outputTokens ?? ''}`.trim(),
      sort: ({ inputTokens, outputTokens }) => (inputTokens ?? 0) + (outputTokens ?? 0),
      align: 'end',
      width: 124,
    },
    {
      id: 'last',
      header: 'Last day',
      cell: ({ lastDay }) => lastDay,
      csv: ({ lastDay }) => lastDay,
      sort: ({ lastDay }) => lastDay,
      width: 110,
    },
    {
      id: 'spend',
      header: 'Spend',
      cell: ({ principalArn }) => (
        <PageLink to="/spend" query={{ principal: principalArn ?? '', model }}>
          spend
        </PageLink>
      ),
      csv: () => '',
      width: 84,
    },
  ];
}

/** Tokens of a caller; a dash where nothing tells whose they were. */
function KnownTokens({ count }: { readonly count: number | null }) {
  return count === null ? (
    <span title="Not known: no log names the caller">–</span>
  ) : (
    <Tokens count={count} />
  );
}
