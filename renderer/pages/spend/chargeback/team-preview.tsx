import { useState } from 'react';
import type { SpendGroup } from '../../../../shared/api/answers.ts';
import { totalTokens } from '../../../../shared/cost/tokens.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { Empty, Failed } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { Tokens } from '../../../components/tokens.tsx';
import { exactCount } from '../../../format.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { GroupMoney } from '../../../spend/group-money.tsx';
import { usePeriod } from '../../../workspace.ts';

/** What the rules come to in the chosen period: each team, and on opening it, who belongs to it. */
export function TeamPreview() {
  const [period] = usePeriod();
  const [team, setTeam] = useState<SpendGroup | null>(null);
  const teams = useAnswer('spend.get', { ...period, groupBy: 'team', granularity: 'month' });
  if (teams.error !== null) {
    return <Failed what="Teams" error={teams.error} onRetry={() => void teams.refetch()} />;
  }
  return (
    <>
      <DataTable
        id="spend-team-preview"
        title="What the rules decide"
        description="The period's usage by team as the rules stand now. Open a team to see who belongs to it."
        columns={columnsOf('Team')}
        rows={teams.data?.groups ?? []}
        trackBy={({ key }) => key}
        loading={teams.isPending}
        initialSort={{ columnId: 'cost', descending: true }}
        openId={team?.key ?? null}
        onOpen={setTeam}
        empty={<Empty title="Nothing was used in this period" />}
      />
      {team === null ? null : (
        <DetailsPanel title={`Who belongs to ${team.label}`} onClose={() => setTeam(null)}>
          <Members team={team.key} />
        </DetailsPanel>
      )}
    </>
  );
}

function Members({ team }: { readonly team: string }) {
  const [period] = usePeriod();
  const members = useAnswer('spend.get', {
    ...period,
    groupBy: 'principal',
    granularity: 'month',
    filter: { teams: [team] },
  });
  if (members.error !== null) {
    return <Failed what="Members" error={members.error} onRetry={() => void members.refetch()} />;
  }
  return (
    <DataTable
      id="spend-team-members"
      title="Principals"
      description="With what they used for this team alone: other usage of theirs may belong to another"
      variant="embedded"
      columns={columnsOf('Principal')}
      rows={members.data?.groups ?? []}
      trackBy={({ key }) => key}
      loading={members.isPending}
      initialSort={{ columnId: 'cost', descending: true }}
      empty={<Empty title="Nobody" />}
    />
  );
}

function columnsOf(name: string): readonly Column<SpendGroup>[] {
  return [
    {
      id: 'name',
      header: name,
      cell: ({ key, label }) => <span title={key}>{label}</span>,
      csv: ({ key }) => key,
      sort: ({ label }) => label,
      width: 220,
      grow: 1,
    },
    {
      id: 'cost',
      header: 'Cost (USD)',
      cell: (group) => <GroupMoney group={group} />,
      csv: ({ usd }) => usd ?? 'unpriced',
      sort: ({ usd }) => parseUsd(usd ?? '0'),
      align: 'end',
      width: 130,
    },
    {
      id: 'tokens',
      header: 'Tokens',
      cell: ({ tokens }) => <Tokens count={totalTokens(tokens)} />,
      csv: ({ tokens }) => totalTokens(tokens),
      sort: ({ tokens }) => totalTokens(tokens),
      align: 'end',
      width: 110,
    },
    {
      id: 'calls',
      header: 'Calls',
      cell: ({ calls }) => exactCount(calls),
      csv: ({ calls }) => calls,
      sort: ({ calls }) => calls,
      align: 'end',
      width: 110,
    },
  ];
}
