import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import type { FileOutcome } from '../../../shared/api/answers.ts';
import { Breakable } from '../../components/breakable.tsx';
import type { Column } from '../../components/table/column.ts';
import { When } from '../../components/when.tsx';
import { exactCount } from '../../format.ts';
import { fileNote } from './file-note.ts';

const TYPE = {
  ingested: 'success',
  partial: 'warning',
  skipped: 'not-started',
  failed: 'error',
} as const satisfies Record<FileOutcome['status'], StatusIndicatorProps.Type>;

const KINDS: Readonly<Record<FileOutcome['kind'], string>> = {
  cloudtrail: 'CloudTrail',
  'invocation-log': 'invocation log',
  mixed: 'both logs',
  digest: 'digest',
  'permission-check': 'permission check',
  body: 'large body',
  bill: 'bill',
  foreign: 'something else',
};

/** Everything of a file's outcome. */
export const FILE_COLUMNS: readonly Column<FileOutcome>[] = [
  {
    id: 'file',
    header: 'File',
    cell: ({ key }) => (
      <span title={key}>
        <Breakable text={placeAndName(key)} />
      </span>
    ),
    csv: ({ key }) => key,
    width: 290,
    grow: 1,
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => <StatusIndicator type={TYPE[status]}>{status}</StatusIndicator>,
    csv: ({ status }) => status,
    width: 112,
  },
  {
    id: 'kind',
    header: 'Kind',
    cell: ({ kind }) => KINDS[kind],
    csv: ({ kind }) => kind,
    width: 126,
  },
  {
    id: 'reason',
    header: 'Note',
    cell: (file) => <Note file={file} />,
    csv: ({ reason }) => reason,
    width: 250,
    grow: 0.5,
  },
  countColumn('records', 'Records', ({ records }) => records),
  countColumn('added', 'Added', ({ added }) => added),
  {
    ...countColumn('duplicates', 'Seen before', ({ duplicates }) => duplicates),
    width: 122,
    shown: 'wide',
  },
  {
    ...countColumn('fragments', 'Fragments', ({ fragments }) => fragments),
    width: 116,
    shown: 'wide',
  },
  { ...countColumn('size', 'Bytes', ({ size }) => size), shown: false },
  {
    id: 'at',
    header: 'Read',
    cell: ({ at }) => <When at={at} />,
    csv: ({ at }) => at,
    width: 190,
    shown: false,
  },
];

/** What deserves saying of a file; that its records were here already is no problem, and quiet. */
function Note({ file }: { readonly file: FileOutcome }) {
  const { text, quiet } = fileNote(file);
  return (
    <span className={quiet ? 'quiet' : ''} title={file.reason ?? ''}>
      {text}
    </span>
  );
}

function countColumn(
  id: string,
  header: string,
  count: (file: FileOutcome) => number,
): Column<FileOutcome> {
  return {
    id,
    header,
    align: 'end',
    cell: (file) => <span className="figure">{exactCount(count(file))}</span>,
    csv: count,
    width: 92,
  };
}

/**
 * The file with the folder it is in, which tells files of the same name apart; not with that of a day
 * of the month, as S3 has them, which says nothing that the name does not.
 */
function placeAndName(key: string): string {
  const [folder = '', name] = key.split(/[\\/]/).slice(-2);
  return name === undefined || /^\d\d$/.test(folder) ? (name ?? folder) : `${folder}/${name}`;
}
