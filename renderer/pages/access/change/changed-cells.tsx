import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { turnOf } from '../../../../shared/access/decision-word.ts';
import type { ChangeAnswer, ChangedCell } from '../../../../shared/api/access-answers.ts';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { exactCount } from '../../../format.ts';
import { TabAnswer } from '../../spend/parts/tab-answer.tsx';
import { windowWords } from '../access-words.ts';
import { FindingList } from '../lint/finding-list.tsx';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { MiddleCut } from '../parts/middle-cut.tsx';
import { changeHeadline, TURN_WORDS } from './change-words.ts';

interface ChangedCellsProps {
  readonly answer: ChangeAnswer;
  readonly onLine: (line: number) => void;
}

/** The decisions that would change, losses first; what is wrong in the edited text stands above them. */
export function ChangedCells({ answer, onLine }: ChangedCellsProps) {
  const { cells, total, problems, refused } = answer;
  const cut =
    total > cells.length ? `The first ${exactCount(cells.length)} of ${exactCount(total)}. ` : '';
  return (
    <SpaceBetween size="m">
      <TabAnswer notes={[]} detail={detailOf(answer)}>
        {changeHeadline(answer)}
      </TabAnswer>
      {problems.length === 0 ? null : (
        <Container header={<Header variant="h2">What is wrong in the text</Header>}>
          <FindingList findings={problems} onLine={onLine} />
        </Container>
      )}
      {refused ? null : (
        <DataTable
          id="access-change"
          title="Decisions that would change"
          description={`${cut}Losses first, then what is not certain, the most called first.`}
          columns={COLUMNS}
          rows={cells}
          trackBy={({ principalArn, modelId }) => `${principalArn} ${modelId}`}
          notes={[changeHeadline(answer)]}
          empty={<Empty title="No decision would change" />}
        />
      )}
    </SpaceBetween>
  );
}

function detailOf({ refused, window }: ChangeAnswer): string {
  if (refused) return 'Put right what stands below, then ask again. Nothing was sent.';
  return `Calls over ${windowWords(window)}. Nothing was sent.`;
}

function turnIn({ before, after }: ChangedCell) {
  return TURN_WORDS[turnOf(before, after)];
}

const COLUMNS: readonly Column<ChangedCell>[] = [
  {
    id: 'principal',
    header: 'Principal',
    cell: ({ name, principalArn }) => <MiddleCut text={name} title={principalArn} />,
    csv: ({ principalArn }) => principalArn,
    sort: ({ name }) => name,
    width: 170,
    grow: 1,
  },
  {
    id: 'account',
    header: 'Account',
    cell: ({ accountId }) => <span className="figure">{accountId}</span>,
    csv: ({ accountId }) => accountId,
    sort: ({ accountId }) => accountId,
    width: 130,
    shown: 'roomy',
  },
  {
    id: 'model',
    header: 'Model',
    cell: ({ label, modelId }) => <span title={modelId}>{label}</span>,
    csv: ({ modelId }) => modelId,
    sort: ({ label }) => label,
    width: 170,
    grow: 1,
  },
  {
    id: 'change',
    header: 'Change',
    cell: (cell) => (
      <StatusIndicator type={turnIn(cell).type}>{turnIn(cell).label}</StatusIndicator>
    ),
    csv: (cell) => turnIn(cell).label,
    sort: (cell) => turnIn(cell).order,
    width: 110,
  },
  {
    id: 'before',
    header: 'Before',
    cell: ({ before }) => <DecisionBadge decision={before} />,
    csv: ({ before }) => before,
    sort: ({ before }) => before,
    width: 130,
  },
  {
    id: 'after',
    header: 'After',
    cell: ({ after }) => <DecisionBadge decision={after} />,
    csv: ({ after }) => after,
    sort: ({ after }) => after,
    width: 130,
  },
  {
    id: 'calls',
    header: 'Calls',
    cell: ({ calls }) => <span className="figure">{exactCount(calls)}</span>,
    csv: ({ calls }) => calls,
    sort: ({ calls }) => calls,
    align: 'end',
    width: 100,
  },
];
