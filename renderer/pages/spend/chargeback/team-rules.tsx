import type { TeamRule } from '../../../../shared/model/team-rules.ts';
import { Empty, Failed } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { EditedList } from '../parts/edited-list.tsx';
import type { Numbered } from '../parts/list-changes.ts';
import { TeamEditor } from './team-editor.tsx';
import { RULE_KINDS, ruleWords, teamWords } from './team-form.ts';

/** The rules that assign usage to teams, in the order in which they are tried. */
export function TeamRules() {
  const settings = useAnswer('settings.get', {});
  if (settings.error !== null) {
    return (
      <Failed what="Team rules" error={settings.error} onRetry={() => void settings.refetch()} />
    );
  }
  return (
    <EditedList<TeamRule>
      id="spend-team-rules"
      title="Team rules"
      description="The first rule that fits decides; usage that none fits has no team."
      noun="team rule"
      ordered
      main
      columns={COLUMNS}
      items={settings.data?.teamRules ?? []}
      loading={settings.isPending}
      empty={
        <Empty title="No team rules">
          Add one: by a tag, a principal's name, an application profile, request metadata or an
          account.
        </Empty>
      }
      patch={(teamRules) => ({ teamRules: [...teamRules] })}
      form={(props) => <TeamEditor {...props} rules={settings.data?.teamRules ?? NO_RULES} />}
    />
  );
}

/** One list for all renders, so that nothing is asked anew. */
const NO_RULES: readonly TeamRule[] = [];

const COLUMNS: readonly Column<Numbered<TeamRule>>[] = [
  {
    id: 'number',
    header: 'Order',
    cell: ({ number }) => number,
    csv: ({ number }) => number,
    align: 'end',
    width: 80,
  },
  {
    id: 'by',
    header: 'By',
    cell: ({ item }) => RULE_KINDS[item.by],
    csv: ({ item }) => item.by,
    width: 200,
  },
  {
    id: 'matches',
    header: 'Fits',
    cell: ({ item }) => <span title={ruleWords(item)}>{ruleWords(item)}</span>,
    csv: ({ item }) => ruleWords(item),
    width: 280,
    grow: 2,
  },
  {
    id: 'team',
    header: 'Team',
    cell: ({ item }) => teamWords(item),
    csv: ({ item }) => item.team,
    width: 180,
    grow: 1,
  },
];
