import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ChangeAnswer, ChangedCell } from '../../../../shared/api/access-answers.ts';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { exactCount } from '../../../format.ts';
import { TabAnswer } from '../../spend/parts/tab-answer.tsx';
import { windowWords } from '../access-words.ts';
import { FindingList } from '../lint/finding-list.tsx';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { changeHeadline, isGained } from './change-words.ts';

interface ChangedCellsProps {
  readonly answer: ChangeAnswer;
  readonly onLine: (line: number) => void;
}

/** The decisions that would change, losses first, and what is wrong in the edited text. */
export function ChangedCells({ answer, onLine }: ChangedCellsProps) {
  const { cells, total, problems, window } = answer;
  const cut =
    total > cells.length ? `The first ${exactCount(cells.length)} of ${exactCount(total)}. ` : '';
  return (
    <SpaceBetween size="m">
      <TabAnswer notes={[]} detail={`Calls over ${windowWords(window)}. Nothing was sent.`}>
        {changeHeadline(answer)}
      </TabAnswer>
      {problems.length === 0 ? null : (
        <Container header={<Header variant="h2">What is wrong in the text</Header>}>
          <FindingList findings={problems} onLine={onLine} />
        </Container>
      )}
      <DataTable
        id="access-change"
        title="Decisions that would change"
        description={`${cut}Losses first, the most called first.`}
        columns={COLUMNS}
        rows={cells}
        trackBy={({ principalArn, modelId }) => `${principalArn} ${modelId}`}
        notes={[changeHeadline(answer)]}
        empty={<Empty title="No decision would change" />}
      />
    </SpaceBetween>
  );
}

const COLUMNS: readonly Column<ChangedCell>[] = [
  {
    id: 'principal',
    header: 'Principal',
    cell: ({ name, principalArn }) => <span title={principalArn}>{name}</span>,
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
      <StatusIndicator type={isGained(cell) ? 'info' : 'error'}>
        {isGained(cell) ? 'gained' : 'lost'}
      </StatusIndicator>
    ),
    csv: (cell) => (isGained(cell) ? 'gained' : 'lost'),
    sort: (cell) => Number(isGained(cell)),
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
