import type { InventoryAnswer, ProfilesAnswer } from '../../shared/api/answers.ts';
import { modelLabel } from '../../shared/model/model-label.ts';
import { principalLabel } from '../../shared/model/principal.ts';
import { DATASET_PLACES } from '../inventory/dataset-place.ts';
import { entriesOf } from '../inventory/describe.ts';
import type { Entry, ShownDataset } from '../inventory/entry.ts';
import { profileEntryId } from '../pages/models/filter-models.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useWholeInventories } from '../queries/use-whole-inventory.ts';
import { usePeriod } from '../workspace.ts';
import type { Command } from './commands.ts';
import { goTo } from './go-to.ts';

/** Letters from which the organisation's own things are looked for. */
export const SEARCH_FROM = 2;

const SHOWN = Object.keys(DATASET_PLACES) as readonly ShownDataset[];
const EVERY_STATUS = 'fail,unknown,pass,not-applicable';

/** What fits, and whether more may come because something is still being read. */
export interface Found {
  readonly commands: readonly Command[];
  readonly looking: boolean;
}

/** The organisation's own things, once enough was typed: each leads to its place. */
export function useFoundCommands(typed: string): Found {
  const enabled = typed.trim().length >= SEARCH_FROM;
  const [period] = usePeriod();
  const entries = useWholeInventories(enabled ? SHOWN : []);
  const [guardrails] = useWholeInventories(enabled ? ['guardrails'] : []);
  const profiles = useAnswer('models.profiles', {}, { enabled });
  const facets = useAnswer('events.facets', { ...period }, { enabled });
  if (!enabled) return { commands: [], looking: false };
  return {
    commands: [
      ...entries.flatMap(({ data }, at) => entryCommands(SHOWN[at], data)),
      ...guardrailCommands(guardrails?.data as InventoryAnswer<'guardrails'> | undefined),
      ...profileCommands(profiles.data),
      ...(facets.data?.principals ?? []).map(({ value }) => principalCommand(value)),
    ],
    looking: [...entries, profiles, facets].some(({ isLoading }) => isLoading),
  };
}

function entryCommands(
  dataset: ShownDataset | undefined,
  answer: InventoryAnswer | undefined,
): readonly Command[] {
  if (dataset === undefined || answer === undefined) return [];
  return entriesOf(dataset, answer as InventoryAnswer<typeof dataset>).map(entryCommand);
}

/** An entry leads to its row, with its details open. */
export function entryCommand(entry: Entry): Command {
  const { id, dataset, name, kind, accountId, region, awsId } = entry;
  const { to, view } = DATASET_PLACES[dataset];
  return {
    id,
    label: name,
    kind: `${kind}, ${accountId} ${region}`,
    words: awsId,
    run: () => goTo(to, { view, id }),
  };
}

/** Each guardrail once, whatever its versions; it leads to what the rules say of it. */
export function guardrailCommands(
  answer: InventoryAnswer<'guardrails'> | undefined,
): readonly Command[] {
  const seen = new Map<string, Command>();
  for (const { accountId, region, item } of answer?.rows ?? []) {
    const { guardrailId, name } = item;
    seen.set(`${accountId} ${region} ${guardrailId}`, {
      id: `guardrail ${accountId} ${region} ${guardrailId}`,
      label: name,
      kind: `Guardrail, ${accountId} ${region}`,
      words: guardrailId,
      run: () => goTo('/findings', { text: guardrailId, status: EVERY_STATUS }),
    });
  }
  return [...seen.values()];
}

/** Profiles that accounts made; AWS's own are found by their model. */
function profileCommands(answer: ProfilesAnswer | undefined): readonly Command[] {
  return (answer?.profiles ?? [])
    .filter(({ type }) => type === 'APPLICATION')
    .map((row) => ({
      id: `profile ${profileEntryId(row)}`,
      label: row.name,
      kind: `Inference profile, ${row.evidence.accountId} ${row.evidence.region}`,
      words: `${row.profileId} ${row.modelLabel}`,
      run: () => goTo('/models', { view: 'profiles', id: profileEntryId(row) }),
    }));
}

/** Who called, by role or user; it leads to what it did. */
export function principalCommand(arn: string): Command {
  return {
    id: `principal ${arn}`,
    label: principalLabel(arn),
    kind: `Principal, ${arn.split(':')[4] ?? ''}`,
    words: arn,
    run: () => goTo('/audit', { principal: arn }),
  };
}

/** A model by its name; it leads to all that is known of it. */
export function modelCommand({ modelId, label }: { modelId: string; label?: string }): Command {
  return {
    id: `model ${modelId}`,
    label: label ?? modelLabel(modelId),
    kind: 'Model',
    words: modelId,
    run: () => goTo('/models', { id: modelId }),
  };
}
