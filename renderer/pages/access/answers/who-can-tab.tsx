import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { WhoCanAnswer, WhoCanRow } from '../../../../shared/api/access-answers.ts';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { TabAnswer } from '../../spend/parts/tab-answer.tsx';
import { cellFilters } from '../access-filters.ts';
import { KIND_WORDS, rowName, windowWords } from '../access-words.ts';
import { gapGroups, gapWords } from '../gaps.ts';
import { GapsNote } from '../parts/gaps-note.tsx';
import { MiddleCut } from '../parts/middle-cut.tsx';
import { ModelField } from '../parts/model-field.tsx';
import type { AccessTabProps } from '../tab-props.ts';
import { useQuestion } from '../use-question.ts';
import { decidedColumns } from './answer-columns.tsx';
import { whoCanHeadline } from './answer-words.ts';

/** Everybody who can call one model. */
export function WhoCanTab({ matrix }: AccessTabProps) {
  const [{ model }, update] = useFilters(cellFilters);
  return (
    <SpaceBetween size="m">
      <Container>
        <ModelField
          models={matrix?.models ?? []}
          loading={matrix === undefined}
          value={model}
          onChange={(modelId) => update({ model: modelId, principal: '' })}
        />
      </Container>
      {model === '' ? (
        <Empty title="Choose a model">
          Everybody who can invoke it stands here, with the ways and the last call.
        </Empty>
      ) : (
        <WhoCan modelId={model} />
      )}
    </SpaceBetween>
  );
}

function WhoCan({ modelId }: { readonly modelId: string }) {
  const question = useQuestion();
  const answer = useAnswer('access.who-can', { ...question, modelId });
  if (answer.error !== null) {
    return <Failed what="Who can" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading label="who can" height={420} />;
  return <WhoCanTable answer={answer.data} />;
}

function WhoCanTable({ answer }: { readonly answer: WhoCanAnswer }) {
  const [{ principal }, update] = useFilters(cellFilters);
  const { rows, gaps, window, approved, label } = answer;
  return (
    <SpaceBetween size="m">
      <TabAnswer
        notes={[]}
        detail={
          approved ? (
            `Calls over ${windowWords(window)}.`
          ) : (
            <>
              <StatusIndicator type="warning">not approved</StatusIndicator>{' '}
              <Box variant="span">Calls over {windowWords(window)}.</Box>
            </>
          )
        }
      >
        {whoCanHeadline(answer)}
      </TabAnswer>
      <GapsNote gaps={gaps} />
      <DataTable
        id="access-who-can"
        title={`Who can invoke ${label}`}
        main
        columns={COLUMNS}
        rows={rows}
        trackBy={({ principalArn }) => principalArn}
        notes={[whoCanHeadline(answer), ...gapGroups(gaps).map(gapWords)]}
        openId={principal}
        onOpen={({ principalArn }) =>
          update({ principal: principalArn }, { replace: principal !== '' })
        }
        empty={
          <Empty title={`Nobody can invoke ${label}`}>Of those whose policies were read.</Empty>
        }
      />
    </SpaceBetween>
  );
}

const COLUMNS: readonly Column<WhoCanRow>[] = [
  {
    id: 'principal',
    header: 'Principal',
    cell: (row) => <MiddleCut text={rowName(row)} title={row.principalArn} />,
    csv: ({ principalArn }) => principalArn,
    sort: rowName,
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
    id: 'kind',
    header: 'Kind',
    cell: ({ kind }) => KIND_WORDS[kind],
    csv: ({ kind }) => KIND_WORDS[kind],
    sort: ({ kind }) => KIND_WORDS[kind],
    width: 120,
    shown: 'wide',
  },
  {
    id: 'team',
    header: 'Team',
    cell: ({ team }) => team ?? '-',
    csv: ({ team }) => team,
    sort: ({ team }) => team ?? '',
    width: 110,
    shown: 'wide',
  },
  ...decidedColumns,
];
