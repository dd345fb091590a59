import type { PrincipalUsage } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { unwrap } from '../../../../shared/api/result.ts';
import { principalLabel } from '../../../../shared/model/principal.ts';
import { allTokens } from '../../../charts/measure.ts';
import { Breakable } from '../../../components/breakable.tsx';
import { Money } from '../../../components/money.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { principalName } from '../../../components/principal-name.ts';
import { RegionList } from '../../../components/region-name.tsx';
import { Empty, Failed } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { ExportProgress } from '../../../components/table/export-progress.tsx';
import { PagedTable, SERVER_PAGE_ROWS } from '../../../components/table/paged-table.tsx';
import { usePagedExport } from '../../../components/table/use-paged-export.ts';
import { Tokens } from '../../../components/tokens.tsx';
import { When } from '../../../components/when.tsx';
import { exactCount } from '../../../format.ts';
import { usePageApi } from '../../../queries/page-api.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';

interface PrincipalTableProps {
  readonly filter: Pick<Input<'principals.list'>, 'filter'>;
  /** Whether usage is narrowed by more than this table can be. */
  readonly partly: boolean;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}

const TITLE = 'Invocations by principal';
const DESCRIPTION =
  'Calls are those that succeeded; failed ones stand beside them. Tokens and money are of logged calls.';
const PARTLY = ' Narrowed by account, Region, model and principal alone.';

/** Who invoked models: calls, tokens and money by principal, paged in the backend. */
export function PrincipalTable({ filter, partly, offset, onOffset }: PrincipalTableProps) {
  const [period] = usePeriod();
  const question = { ...period, ...filter };
  const description = partly ? DESCRIPTION + PARTLY : DESCRIPTION;
  const answer = useAnswer(
    'principals.list',
    { ...question, offset, limit: SERVER_PAGE_ROWS },
    { keepPrevious: true },
  );
  const { call } = usePageApi();
  const { progress, start, cancel } = usePagedExport({
    fileName: 'assay-principals',
    title: TITLE,
    noun: 'principal',
    notes: [description],
    columns: COLUMNS,
  });
  if (answer.error !== null) {
    return <Failed what="Principals" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return (
    <PagedTable
      id="spend-principals"
      wrap
      title={TITLE}
      description={description}
      columns={COLUMNS}
      rows={answer.data?.rows ?? []}
      total={answer.data?.total ?? 0}
      offset={offset}
      onOffset={onOffset}
      trackBy={({ principalArn }) => principalArn}
      loading={answer.isPending}
      onExport={(format) =>
        start(format, async (at, limit) =>
          unwrap(await call('principals.list', { ...question, offset: at, limit })),
        )
      }
      exporting={progress !== null}
      filter={<ExportProgress progress={progress} cancel={cancel} />}
      empty={
        <Empty title="No principal was seen in this period">
          CloudTrail events and invocation logs name who calls.
        </Empty>
      }
      main
    />
  );
}

const COLUMNS: readonly Column<PrincipalUsage>[] = [
  {
    id: 'principal',
    header: 'Principal',
    cell: ({ principalArn }) => (
      <span title={principalArn}>
        <PageLink to="/audit" query={{ principal: principalArn }}>
          <Breakable text={principalName(principalLabel(principalArn))} />
        </PageLink>
      </span>
    ),
    csv: ({ principalArn }) => principalArn,
    width: 180,
    grow: 1,
  },
  {
    id: 'calls',
    header: 'Calls',
    cell: ({ calls }) => exactCount(calls),
    csv: ({ calls }) => calls,
    align: 'end',
    width: 80,
  },
  {
    id: 'cost',
    header: 'Cost (USD)',
    cell: (row) =>
      row.calls === 0 ? '-' : isUnlogged(row) ? 'not logged' : <Money usd={row.usd} />,
    csv: ({ usd }) => usd,
    align: 'end',
    width: 106,
  },
  {
    id: 'tokens',
    header: 'Tokens',
    cell: (row) =>
      row.calls === 0 ? (
        '-'
      ) : isUnlogged(row) ? (
        'not logged'
      ) : (
        <Tokens count={allTokens(row.tokens)} />
      ),
    csv: (row) => (isUnlogged(row) ? '' : allTokens(row.tokens)),
    align: 'end',
    width: 88,
  },
  {
    id: 'failed',
    header: 'Failed',
    cell: ({ failedCalls }) => exactCount(failedCalls),
    csv: ({ failedCalls }) => failedCalls,
    align: 'end',
    width: 82,
  },
  {
    id: 'unlogged',
    header: 'Not logged',
    cell: ({ unloggedCalls }) => exactCount(unloggedCalls),
    csv: ({ unloggedCalls }) => unloggedCalls,
    align: 'end',
    width: 88,
  },
  {
    id: 'models',
    header: 'Models',
    cell: ({ models }) => <span title={models.join('\n')}>{models.length}</span>,
    csv: ({ models }) => models.join(' '),
    align: 'end',
    width: 90,
    shown: false,
  },
  {
    id: 'regions',
    header: 'Regions',
    cell: ({ regions }) => <RegionList regions={regions} />,
    csv: ({ regions }) => regions.join(' '),
    width: 118,
    grow: 1,
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => accountId,
    csv: ({ accountId }) => accountId,
    width: 132,
  },
  {
    id: 'last-seen',
    header: 'Last seen',
    cell: ({ lastSeen }) => <When at={lastSeen} as="ago" />,
    csv: ({ lastSeen }) => lastSeen,
    width: 98,
  },
  {
    id: 'type',
    header: 'Type',
    cell: ({ principalType }) => principalType,
    csv: ({ principalType }) => principalType,
    width: 130,
    shown: false,
  },
  {
    id: 'sessions',
    header: 'Sessions',
    cell: ({ sessions }) => exactCount(sessions),
    csv: ({ sessions }) => sessions,
    align: 'end',
    width: 100,
    shown: false,
  },
];

/** Whether no call of a principal is in invocation logs: its tokens and cost are not known. */
function isUnlogged({ usd, tokens, unloggedCalls, calls }: PrincipalUsage): boolean {
  return usd === null && allTokens(tokens) === 0 && unloggedCalls >= calls;
}
