import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { WhatCanAnswer, WhatCanRow } from '../../../../shared/api/access-answers.ts';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { TabAnswer } from '../../spend/parts/tab-answer.tsx';
import { cellFilters } from '../access-filters.ts';
import { KIND_WORDS, windowWords } from '../access-words.ts';
import { gapGroups, gapWords } from '../gaps.ts';
import { GapsNote } from '../parts/gaps-note.tsx';
import { PrincipalField } from '../parts/principal-field.tsx';
import { TabLink } from '../parts/tab-link.tsx';
import type { AccessTabProps } from '../tab-props.ts';
import { useQuestion } from '../use-question.ts';
import { decidedColumns } from './answer-columns.tsx';
import { whatCanHeadline } from './answer-words.ts';

/** Everything that one principal can call. */
export function WhatCanTab({ matrix }: AccessTabProps) {
  const [{ principal }, update] = useFilters(cellFilters);
  return (
    <SpaceBetween size="m">
      <Container>
        <PrincipalField
          matrix={matrix}
          value={principal}
          onChange={(principalArn) => update({ principal: principalArn, model: '' })}
        />
      </Container>
      {principal === '' ? (
        <Empty title="Choose a principal">
          Every model that it can invoke stands here, with the ways and the last call.
        </Empty>
      ) : (
        <WhatCan principalArn={principal} />
      )}
    </SpaceBetween>
  );
}

function WhatCan({ principalArn }: { readonly principalArn: string }) {
  const question = useQuestion();
  const answer = useAnswer('access.what-can', { ...question, principalArn });
  if (answer.error !== null) {
    return <Failed what="What can" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading label="what it can" height={420} />;
  return <WhatCanTable answer={answer.data} />;
}

function WhatCanTable({ answer }: { readonly answer: WhatCanAnswer }) {
  const [{ model }, update] = useFilters(cellFilters);
  const { rows, gaps, window, principalArn, name, kind } = answer;
  return (
    <SpaceBetween size="m">
      <TabAnswer
        notes={[]}
        detail={`${KIND_WORDS[kind]}, ${principalArn}. Calls over ${windowWords(window)}.`}
        action={
          <TabLink tab="unused" filters={{ principal: principalArn, model: '' }}>
            Least privilege
          </TabLink>
        }
      >
        {whatCanHeadline(answer)}
      </TabAnswer>
      <GapsNote gaps={gaps} />
      <DataTable
        id="access-what-can"
        title={`What ${name} can invoke`}
        main
        columns={COLUMNS}
        rows={rows}
        trackBy={({ modelId }) => modelId}
        notes={[whatCanHeadline(answer), ...gapGroups(gaps).map(gapWords)]}
        openId={model}
        onOpen={({ modelId }) => update({ model: modelId }, { replace: model !== '' })}
        empty={<Empty title={`${name} can invoke no model`} />}
      />
    </SpaceBetween>
  );
}

const COLUMNS: readonly Column<WhatCanRow>[] = [
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
    id: 'provider',
    header: 'Provider',
    cell: ({ provider }) => provider,
    csv: ({ provider }) => provider,
    sort: ({ provider }) => provider,
    width: 110,
    shown: 'wide',
  },
  {
    id: 'approved',
    header: 'Approved',
    cell: ({ approved }) => (approved ? 'yes' : 'not approved'),
    csv: ({ approved }) => approved,
    sort: ({ approved }) => Number(approved),
    width: 130,
    shown: 'roomy',
  },
  ...decidedColumns,
];
