import type { SpendWhatIf } from '../../../../shared/api/answers.ts';
import type { Column } from '../../../components/table/column.ts';
import { ExportMenu } from '../../../components/table/export-menu.tsx';
import { useExport } from '../../../components/table/use-export.ts';
import { stepWords, type WhatIfStep } from './changes.ts';
import { leftOutWords, whatIfSentence } from './what-if-words.ts';

/** One line of an exported what-if: a figure, or an approval with what is said of it. */
interface ResultLine {
  readonly what: string;
  readonly usd: string | null;
  readonly reason: string | null;
}

interface WhatIfExportProps {
  readonly answer: SpendWhatIf;
  readonly steps: readonly WhatIfStep[];
}

/** Exports both sides and what the changes would break, with the changes and what they assume. */
export function WhatIfExport({ answer, steps }: WhatIfExportProps) {
  const left = leftOutWords(answer);
  const beginExport = useExport({
    fileName: 'assay-what-if',
    title: 'What-if',
    notes: [
      ...steps.map((step, index) => `Step ${index + 1}: ${stepWords(step)}.`),
      whatIfSentence(answer),
      ...(left === null ? [] : [left]),
      ...answer.assumptions,
      ...answer.notes,
    ],
  });
  return (
    <ExportMenu
      title="What-if"
      disabled={false}
      busy={false}
      main={false}
      onExport={(format) =>
        beginExport()({ columns: RESULT_COLUMNS, rows: resultLines(answer), format })
      }
    />
  );
}

/** What an exported what-if has; a figure that is not known has no amount and says why. */
export function resultLines(answer: SpendWhatIf): readonly ResultLine[] {
  const { beforeUsd, afterUsd, differenceUsd, commitmentUsd, unpricedCommitments } = answer;
  const open = unpricedCommitments.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
  const figure = (what: string, usd: string | null, reason: string | null = null) => ({
    what,
    usd: usd ?? 'unpriced',
    reason,
  });
  return [
    figure('before', beforeUsd),
    figure('after', afterUsd, open === '' ? null : `Without ${open}`),
    figure('of it capacity', commitmentUsd),
    figure('difference', differenceUsd, differenceUsd === null ? open : null),
    ...answer.broken.map(({ kind, name, reason, already }) => ({
      what: `${already ? 'broken already' : 'broken by the changes'}, ${kind}: ${name}`,
      usd: null,
      reason,
    })),
  ];
}

const RESULT_COLUMNS: readonly Column<ResultLine>[] = [
  { id: 'what', header: 'What', cell: ({ what }) => what, csv: ({ what }) => what },
  { id: 'usd', header: 'USD', cell: ({ usd }) => usd, csv: ({ usd }) => usd },
  { id: 'reason', header: 'Reason', cell: ({ reason }) => reason, csv: ({ reason }) => reason },
];
