import type { DecisionWord, WhoCanRow } from '../../../../shared/api/access-answers.ts';
import type { Column } from '../../../components/table/column.ts';
import { exactCount } from '../../../format.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { allWays, wayWords } from './way-words.ts';

/** What is decided of a principal and a model, and what was used of it. */
export type DecidedRow = Pick<WhoCanRow, 'decision' | 'reason' | 'ways' | 'calls' | 'lastDay'>;

const ORDER: readonly DecisionWord[] = ['allowed', 'conditional', 'unknown', 'denied'];

/** The columns that both directions of the question share. */
export const decidedColumns: readonly Column<DecidedRow>[] = [
  {
    id: 'decision',
    header: 'Decision',
    cell: ({ decision }) => <DecisionBadge decision={decision} />,
    csv: ({ decision }) => decision,
    sort: ({ decision }) => ORDER.indexOf(decision),
    width: 130,
  },
  {
    id: 'reason',
    header: 'Why',
    cell: ({ reason }) => <span title={reason}>{reason}</span>,
    csv: ({ reason }) => reason,
    sort: ({ reason }) => reason,
    width: 220,
    grow: 3,
  },
  {
    id: 'ways',
    header: 'Ways',
    cell: ({ ways }) => <span title={allWays(ways)}>{wayWords(ways)}</span>,
    csv: ({ ways }) => allWays(ways, '; '),
    sort: ({ ways }) => ways.length,
    width: 200,
    grow: 2,
    shown: 'wide',
  },
  {
    id: 'calls',
    header: 'Calls',
    cell: ({ calls }) => <span className="figure">{exactCount(calls)}</span>,
    csv: ({ calls }) => calls,
    sort: ({ calls }) => calls,
    align: 'end',
    width: 90,
  },
  {
    id: 'last',
    header: 'Last day',
    cell: ({ lastDay }) => lastDay ?? 'never',
    csv: ({ lastDay }) => lastDay,
    sort: ({ lastDay }) => lastDay ?? '',
    width: 112,
  },
];
