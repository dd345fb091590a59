import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { PageLink } from '../../components/page-link.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { useAnswer } from '../../queries/use-answer.ts';
import { CopyMissing } from './copy-missing.tsx';
import { CoverageDatasets } from './coverage-datasets.tsx';
import { CoverageReadings } from './coverage-readings.tsx';
import { coverageSentence } from './coverage-words.ts';
import { Refusals } from './refusals.tsx';
import type { SettingsValues, UpdateSettings } from './settings-filters.ts';

interface CoverageTabProps {
  readonly values: SettingsValues;
  readonly update: UpdateSettings;
}

/** What was read and what was not: by dataset, and each reading in its account and Region. */
export function CoverageTab({ values, update }: CoverageTabProps) {
  const coverage = useAnswer('coverage.summary', {});
  if (coverage.error !== null) {
    const retry = () => void coverage.refetch();
    return <Failed what="Coverage" error={coverage.error} onRetry={retry} />;
  }
  if (coverage.data === undefined) return <Loading label="coverage" height={480} />;
  const { counts, groups } = coverage.data;
  if (groups.length === 0) return <NothingRead />;
  const choice = (
    <SpaceBetween direction="horizontal" size="xs">
      <CopyMissing />
      <SegmentedControl
        label="Coverage"
        selectedId={values.coverageView}
        options={[
          { id: 'datasets', text: 'By dataset' },
          { id: 'readings', text: 'Each reading' },
        ]}
        onChange={({ detail }) =>
          update({ coverageView: detail.selectedId === 'readings' ? 'readings' : 'datasets' })
        }
      />
    </SpaceBetween>
  );
  const shown =
    values.coverageView === 'datasets' ? (
      <CoverageDatasets
        summary={coverage.data}
        actions={choice}
        description={coverageSentence(counts)}
        onOpen={({ name }) =>
          update({ coverageView: 'readings', names: [name], states: [], coverageOffset: 0 })
        }
      />
    ) : (
      <CoverageReadings
        summary={coverage.data}
        actions={choice}
        description={coverageSentence(counts)}
        values={values}
        update={update}
      />
    );
  return (
    <SpaceBetween size="l">
      {shown}
      <Refusals />
    </SpaceBetween>
  );
}

function NothingRead() {
  return (
    <Empty
      title="Nothing was read yet"
      action={
        <PageLink to="/settings" query={{ tab: 'connections' }}>
          Connect a profile and scan it
        </PageLink>
      }
    >
      Each dataset and source is listed here with how reading it ended.
    </Empty>
  );
}
