import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { DetailsPanel } from '../components/details-panel.tsx';
import { PageLink } from '../components/page-link.tsx';
import { ReadingNotes } from '../components/reading-notes.tsx';
import { lackNotes } from '../components/reading-words.ts';
import { Empty, Failed } from '../components/states.tsx';
import { countOf } from '../format.ts';
import type { Entry } from './entry.ts';
import { EntryDetails } from './entry-details.tsx';
import { EntryFilterBar } from './entry-filter-bar.tsx';
import { type EntryValues, EVERYTHING, filterEntries } from './entry-filters.ts';
import { EntryTable } from './entry-table.tsx';
import { useView } from './use-view.ts';
import type { View } from './view.ts';

interface ViewTableProps {
  /** Names the table in the reader's preferences. */
  readonly id: string;
  readonly view: View;
  readonly values: EntryValues;
  readonly update: (patch: Partial<EntryValues>, options?: { readonly replace?: boolean }) => void;
  /** What the details of an entry begin with. */
  readonly head?: (entry: Entry) => ReactNode;
}

/** One view: what of it was not read, its filters, its rows, and the details of the open one. */
export function ViewTable({ id, view, values, update, head }: ViewTableProps) {
  const data = useView(view);
  if (data.error !== null) {
    return <Failed what={view.label} error={data.error} onRetry={data.retry} />;
  }
  if (!data.loading && data.outcomes.length === 0) return <NothingScanned view={view} />;
  const cut =
    data.cut > 0
      ? [`${countOf(data.cut, view.noun)} more than fit here are left out; assay query tells all.`]
      : [];
  const shown = filterEntries(data.entries, values);
  const open = data.entries.find((entry) => entry.id === values.entryId);
  return (
    <SpaceBetween size="m">
      <ReadingNotes outcomes={data.outcomes} />
      {cut.length === 0 ? null : <Alert type="warning">{cut}</Alert>}
      <EntryFilterBar
        view={view}
        values={values}
        entries={data.entries}
        shown={shown.length}
        onChange={update}
      />
      <EntryTable
        id={id}
        view={view}
        entries={shown}
        loading={data.loading}
        notes={[...lackNotes(data.outcomes), ...cut]}
        narrowed={shown.length < data.entries.length}
        openId={values.entryId}
        onOpen={(entry) => update({ entryId: entry.id }, { replace: values.entryId !== '' })}
        onClear={() => update(EVERYTHING)}
      />
      {open === undefined ? null : (
        <DetailsPanel title={open.name} onClose={() => update({ entryId: '' })}>
          <SpaceBetween size="l">
            {head?.(open)}
            <EntryDetails key={open.id} entry={open} actions={data.actionsOf(open)} />
          </SpaceBetween>
        </DetailsPanel>
      )}
    </SpaceBetween>
  );
}

function NothingScanned({ view }: { readonly view: View }) {
  return (
    <Empty
      title="Nothing was read yet"
      action={
        <PageLink to="/settings" query={{ tab: 'connections' }}>
          Connect a profile and scan it
        </PageLink>
      }
    >
      A scan fills this table. {view.empty}
    </Empty>
  );
}
