import SpaceBetween from '@cloudscape-design/components/space-between';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { Failed, Loading } from '../../../components/states.tsx';
import { useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import { HowToRead } from '../parts/how-to-read.tsx';
import { TabAnswer } from '../parts/tab-answer.tsx';
import { SpendFilterBar } from '../spend-filter-bar.tsx';
import { spendUsageFilters } from '../usage-filters.ts';
import { usageInputOf } from '../usage-input.ts';
import { CacheTable } from './cache-table.tsx';
import { hitRateWords, lossWords, savingsSentence } from './cache-words.ts';
import { WriterTable } from './writer-table.tsx';

const HEIGHT = 96;

/** What the prompt cache saved, by model, and whose writes never paid off. */
export function CacheTab() {
  const [usage] = useFilters(spendUsageFilters);
  const [period] = usePeriod();
  const answer = useAnswer('spend.cache', { ...period, ...usageInputOf(usage) });
  const { data, error } = answer;
  return (
    <SpaceBetween size="m">
      <SpendFilterBar />
      {error !== null ? (
        <Failed what="Cache use" error={error} onRetry={() => void answer.refetch()} />
      ) : data === undefined ? (
        <Loading label="cache use" height={HEIGHT} />
      ) : (
        <SpaceBetween size="m">
          <TabAnswer
            detail={`${hitRateWords(data)} ${lossWords(data)}`}
            notes={data.notes}
            action={data.notCounted === null ? undefined : <HowToRead />}
          >
            {savingsSentence(data)} <ProvenanceBadge provenance={data.provenance} />
          </TabAnswer>
          <CacheTable rows={data.rows} notCounted={data.notCounted} />
          <WriterTable writers={data.writers} notCounted={data.notCounted} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}
