import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ModelRow, ModelsInventory } from '../../../shared/api/answers.ts';
import { PropertyBar } from '../../components/property-bar.tsx';
import { ReadingNotes } from '../../components/reading-notes.tsx';
import { lackNotes } from '../../components/reading-words.ts';
import { Empty } from '../../components/states.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { countOf } from '../../format.ts';
import { approvalOfRow, filterModels, usageOfRow } from './filter-models.ts';
import { modelColumns } from './model-columns.tsx';
import { EVERY_MODEL, type ModelViewProps } from './model-filters.ts';
import { lifeStage, NOTHING_YET, unreadWords } from './model-words.ts';
import { useApproval } from './use-approval.ts';

interface FoundationViewProps extends ModelViewProps {
  /** Undefined until it is there. */
  readonly inventory: ModelsInventory | undefined;
}

/** AWS's models, and ids that were called and name nothing that was read. */
export function FoundationView({ inventory, values, update }: FoundationViewProps) {
  const approve = useApproval();
  const models = (inventory?.models ?? []).filter(isListed);
  const shown = filterModels(models, values);
  const listing = inventory?.coverage.find(({ dataset }) => dataset === 'foundation-models');
  const unread = unreadWords(listing);
  const lacking = inventory?.coverage.flatMap((each) => each.lacking) ?? [];
  return (
    <SpaceBetween size="m">
      <ReadingNotes outcomes={lacking} />
      <ModelsBar models={models} shown={shown.length} values={values} update={update} />
      <DataTable
        id="models-foundation"
        wrap
        title="Foundation models"
        description={
          inventory === undefined
            ? NOTHING_YET
            : `Calls and metered cost since ${inventory.window.from} (UTC). Prices, in and out, are today's lowest standard ones for a million tokens.${unread === null ? '' : ` ${unread}.`}`
        }
        main
        columns={modelColumns(approve, unread)}
        rows={shown}
        trackBy={({ modelId }) => modelId}
        loading={inventory === undefined}
        notes={lackNotes(lacking)}
        initialSort={{ columnId: 'calls', descending: true }}
        openId={values.entryId}
        onOpen={({ modelId }) => update({ entryId: modelId }, { replace: values.entryId !== '' })}
        empty={
          models.length > 0 ? (
            <Empty
              title="No model matches"
              action={<Button onClick={() => update(EVERY_MODEL)}>Show all</Button>}
            />
          ) : (
            <Empty title="No models yet">
              Models are listed once an account was scanned, or logs were read.
            </Empty>
          )
        }
      />
    </SpaceBetween>
  );
}

function isListed({ nature }: ModelRow): boolean {
  return nature === 'foundation' || nature === 'unknown';
}

interface ModelsBarProps extends ModelViewProps {
  readonly models: readonly ModelRow[];
  readonly shown: number;
}

function ModelsBar({ models, shown, values, update }: ModelsBarProps) {
  const { providers, lifecycles, approvals, uses, regions, text } = values;
  const property = (
    key: string,
    [label, plural]: readonly [string, string],
    read: (row: ModelRow) => readonly string[],
  ) => ({ key, label, plural, options: distinct(models.flatMap(read)) });
  return (
    <PropertyBar
      label="Filter models"
      placeholder="Filter by provider, lifecycle, approval, Region, or any text: a name, a caller"
      query={{ lists: { providers, lifecycles, approvals, uses, regions }, text }}
      countText={countOf(shown, 'model')}
      loading={models.length === 0}
      properties={[
        property('providers', ['Provider', 'Providers'], ({ provider }) => [provider]),
        property('lifecycles', ['Lifecycle', 'Lifecycles'], (row) => [lifeStage(row)]),
        property('approvals', ['Approval', 'Approvals'], (row) => [approvalOfRow(row)]),
        property('uses', ['Use', 'Uses'], (row) => [usageOfRow(row)]),
        property('regions', ['Region', 'Regions'], (row) => row.regions),
      ]}
      onChange={({ lists, text: typed }) =>
        update({
          providers: lists.providers ?? [],
          lifecycles: lists.lifecycles ?? [],
          approvals: lists.approvals ?? [],
          uses: lists.uses ?? [],
          regions: lists.regions ?? [],
          text: typed,
          entryId: '',
        })
      }
    />
  );
}

/** Values to suggest, each once, in order. */
export function distinct(values: readonly string[]): readonly { readonly value: string }[] {
  return [...new Set(values)].sort().map((value) => ({ value }));
}
