import Select from '@cloudscape-design/components/select';
import Toggle from '@cloudscape-design/components/toggle';
import type { PollingAnswer, Settings, SourcePlan } from '../../../shared/api/answers.ts';
import { type Instant, msOfInstant } from '../../../shared/model/period.ts';
import { useNowMs } from '../../clock.tsx';
import { Money } from '../../components/money.tsx';
import { Empty } from '../../components/states.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable } from '../../components/table/data-table.tsx';
import { useAction } from '../../components/use-action.ts';
import { When } from '../../components/when.tsx';
import { countOf } from '../../format.ts';
import {
  intervalChoices,
  intervalText,
  noNextReading,
  SOURCE_WORDS,
  untilInWords,
  withSource,
} from './source-words.ts';

interface SourcesTableProps {
  readonly settings: Settings;
  readonly polling: PollingAnswer;
}

/** Each source: whether it is read, how often, when, and what a reading costs. */
export function SourcesTable({ settings, polling }: SourcesTableProps) {
  const save = useAction('settings.update', {
    failure: 'The setting was not saved',
    changes: ['settings.get', 'polling.get'],
  });
  return (
    <DataTable
      id="sources"
      title="Sources"
      description={
        !polling.running
          ? 'What a scan reads; nothing is read again by itself here'
          : settings.polling.on
            ? 'What a scan reads, and how often Assay reads it again'
            : 'What a scan reads; polling is paused, so nothing is read again by itself'
      }
      columns={columnsWith({ settings, polling }, save.run)}
      rows={polling.sources}
      trackBy={({ kind }) => kind}
      empty={<Empty title="No sources" />}
    />
  );
}

function columnsWith(
  { settings, polling }: SourcesTableProps,
  save: (
    patch: Partial<Pick<Settings, 'polling'>> & { sources?: Settings['sources'][number][] },
  ) => void,
): readonly Column<SourcePlan>[] {
  return [
    {
      id: 'source',
      header: 'Source',
      cell: ({ kind }) => (
        <Toggle
          checked={settings.sources.includes(kind)}
          description={<span className="settings-wrapped">{SOURCE_WORDS[kind].text}</span>}
          onChange={({ detail }) =>
            save({ sources: withSource(settings.sources, kind, detail.checked) })
          }
        >
          {SOURCE_WORDS[kind].title}
        </Toggle>
      ),
      csv: ({ kind }) => SOURCE_WORDS[kind].title,
      width: 311,
      grow: 1,
    },
    {
      id: 'interval',
      header: 'Every',
      cell: ({ kind, minutes }) => (
        <Select
          ariaLabel={`Interval of ${SOURCE_WORDS[kind].title}`}
          selectedOption={{ value: String(minutes), label: intervalText(minutes) }}
          options={intervalChoices(minutes).map((each) => ({
            value: String(each),
            label: intervalText(each),
          }))}
          expandToViewport
          onChange={({ detail }) =>
            save({
              polling: {
                ...settings.polling,
                minutes: {
                  ...settings.polling.minutes,
                  [kind]: Number(detail.selectedOption.value),
                },
              },
            })
          }
        />
      ),
      csv: ({ minutes }) => intervalText(minutes),
      width: 165,
    },
    {
      id: 'last',
      header: 'Last read',
      cell: ({ lastAt, failures }) => <LastRead lastAt={lastAt} failures={failures} />,
      csv: ({ lastAt }) => lastAt,
      width: 120,
    },
    {
      id: 'next',
      header: 'Next',
      cell: ({ kind, nextAt }) =>
        nextAt === null || !settings.sources.includes(kind) ? (
          noNextReading(settings.sources.includes(kind), polling.running)
        ) : (
          <Until at={nextAt} />
        ),
      csv: ({ nextAt }) => nextAt,
      width: 124,
    },
    costColumn('reading', 'A reading', ({ usdPerReading }) => usdPerReading),
    costColumn('month', '30 days', ({ usdPerMonth }) => usdPerMonth),
  ];
}

function LastRead({ lastAt, failures }: Pick<SourcePlan, 'lastAt' | 'failures'>) {
  return (
    <>
      {lastAt === null ? 'never' : <When at={lastAt} as="ago" />}
      {failures === 0 ? null : `, ${countOf(failures, 'failure')}`}
    </>
  );
}

function Until({ at }: { readonly at: Instant }) {
  const now = useNowMs();
  return <span title={at}>{untilInWords(msOfInstant(at) - now)}</span>;
}

function costColumn(
  id: string,
  header: string,
  usdOf: (plan: SourcePlan) => string | null,
): Column<SourcePlan> {
  return {
    id,
    header,
    align: 'end',
    cell: (plan) => <Cost usd={usdOf(plan)} />,
    csv: usdOf,
    width: 100,
  };
}

/** Nothing paid is free; nothing read yet has no cost that is known. */
function Cost({ usd }: { readonly usd: string | null }) {
  if (usd === null) return <span className="quiet">not known</span>;
  return Number(usd) === 0 ? <span className="quiet">free</span> : <Money usd={usd} />;
}
