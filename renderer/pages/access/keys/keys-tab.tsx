import SpaceBetween from '@cloudscape-design/components/space-between';
import { DetailsPanel } from '../../../components/details-panel.tsx';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { textFilter, useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { TabAnswer } from '../../spend/parts/tab-answer.tsx';
import { windowWords } from '../access-words.ts';
import { gapGroups, gapWords } from '../gaps.ts';
import { GapsNote } from '../parts/gaps-note.tsx';
import { keyColumns } from './key-columns.tsx';
import { KeyDetails } from './key-details.tsx';
import { keyId, keysHeadline } from './key-words.ts';

const keyFilters = { open: textFilter('key') } as const;

/** Every Bedrock API key with its owner, its end and its last use. */
export function KeysTab() {
  const [{ open }, update] = useFilters(keyFilters);
  const answer = useAnswer('access.keys', {});
  if (answer.error !== null) {
    return <Failed what="API keys" error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading label="API keys" height={420} />;
  const { keys, gaps, window } = answer.data;
  const opened = keys.find((row) => keyId(row) === open);
  return (
    <SpaceBetween size="m">
      <TabAnswer
        notes={[]}
        detail={`Use over ${windowWords(window)}. AWS lists no short-term keys: only those seen in use stand here.`}
      >
        {keysHeadline(answer.data)}
      </TabAnswer>
      <GapsNote gaps={gaps} />
      <DataTable
        id="access-keys"
        title="API keys"
        main
        columns={keyColumns}
        rows={keys}
        trackBy={keyId}
        notes={[keysHeadline(answer.data), ...gapGroups(gaps).map(gapWords)]}
        openId={open}
        onOpen={(row) => update({ open: keyId(row) }, { replace: open !== '' })}
        empty={
          <Empty title="No Bedrock API key">
            Long-term keys are credentials of IAM users; short-term ones show in events.
          </Empty>
        }
      />
      {opened === undefined ? null : (
        <DetailsPanel title={`API key of ${opened.ownerName}`} onClose={() => update({ open: '' })}>
          <KeyDetails row={opened} />
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}
