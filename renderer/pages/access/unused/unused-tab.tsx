import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { UnusedAnswer } from '../../../../shared/api/access-answers.ts';
import { principalLabel, principalName } from '../../../../shared/model/principal.ts';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { useDebounced } from '../../../components/use-debounced.ts';
import { useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { TabAnswer } from '../../spend/parts/tab-answer.tsx';
import { windowWords } from '../access-words.ts';
import { gapGroups, gapWords } from '../gaps.ts';
import { GapsNote } from '../parts/gaps-note.tsx';
import { LeastPrivilege } from './least-privilege.tsx';
import { unusedColumns } from './unused-columns.tsx';
import { unusedFilters } from './unused-filters.ts';
import { unusedHeadline } from './unused-words.ts';

const REST_MS = 500;

/** Access that nobody uses, and for each principal the policy that would be enough. */
export function UnusedTab() {
  const [{ days, principal }, update] = useFilters(unusedFilters);
  const asked = useDebounced(days, REST_MS);
  const answer = useAnswer('access.unused', { days: asked }, { keepPrevious: true });
  return (
    <SpaceBetween size="m">
      {answer.error !== null ? (
        <Failed what="Unused access" error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading label="unused access" height={420} />
      ) : (
        <UnusedTable answer={answer.data} />
      )}
      {principal === '' ? null : (
        <DetailsPanel
          title={`Least privilege for ${principalName(principalLabel(principal))}`}
          onClose={() => update({ principal: '' })}
        >
          <LeastPrivilege key={principal} principalArn={principal} days={asked} />
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}

function DaysField() {
  const [{ days }, update] = useFilters(unusedFilters);
  return (
    <div className="days-field">
      <FormField label="Days back">
        <Input
          type="number"
          value={String(days)}
          onChange={({ detail }) => update({ days: Number(detail.value) }, { replace: true })}
        />
      </FormField>
    </div>
  );
}

function UnusedTable({ answer }: { readonly answer: UnusedAnswer }) {
  const [{ principal }, update] = useFilters(unusedFilters);
  const { rows, gaps, window } = answer;
  return (
    <SpaceBetween size="m">
      <TabAnswer notes={[]} detail={`Over ${windowWords(window)}.`} action={<DaysField />}>
        {unusedHeadline(answer)}
      </TabAnswer>
      <GapsNote gaps={gaps} />
      <DataTable
        id="access-unused"
        title="Access and its use"
        description="A row opens the policy that would be enough for what was seen."
        main
        columns={unusedColumns}
        rows={rows}
        trackBy={({ principalArn }) => principalArn}
        notes={[unusedHeadline(answer), ...gapGroups(gaps).map(gapWords)]}
        initialSort={{ columnId: 'verdict', descending: false }}
        openId={principal}
        onOpen={({ principalArn }) =>
          update({ principal: principalArn }, { replace: principal !== '' })
        }
        empty={<Empty title="No principal can invoke a model" />}
      />
    </SpaceBetween>
  );
}
