import type { CollectedDatasets, Unread } from '../../shared/model/dataset.ts';
import type { Instant } from '../../shared/model/period.ts';

/** The datasets whose items are shown as entries. */
export type ShownDataset = Extract<
  keyof CollectedDatasets,
  | 'custom-models'
  | 'imported-models'
  | 'custom-model-deployments'
  | 'provisioned-throughputs'
  | 'marketplace-endpoints'
  | 'prompt-routers'
  | 'agents'
  | 'knowledge-bases'
  | 'flows'
  | 'prompts'
  | `agentcore-${string}`
  | `${'customization' | 'import' | 'copy' | 'batch' | 'evaluation'}-jobs`
>;

/** What a value names, where it has a place on some page. */
export type Thing = 'model' | 'role' | 'agent' | 'knowledge-base' | 'flow' | 'prompt' | 'bucket';

/** One value of a fact. */
export interface Value {
  readonly text: string;
  /** Fewer characters, for a cell. */
  readonly short?: string;
  /** The whole id or ARN where `text` is shorter. */
  readonly full?: string;
  readonly thing?: Thing;
  /** A time that belongs to it, told as how long ago it was. */
  readonly at?: Instant;
  /** Deserves a second look: no guardrail, a failed job. */
  readonly warns?: boolean;
}

/** Something known of an entry, or why it is not. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly values: readonly Value[];
  /** What of it AWS did not tell. */
  readonly unread: readonly Unread[];
  /** What no value means: `none`, `AWS's own key`. */
  readonly none: string;
}

/** A part of an entry that has facts of its own: a version, a data source, a target. */
export interface EntrySection {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** One row of an inventory, whatever dataset it is of. */
export interface Entry {
  /** Names it in the address. */
  readonly id: string;
  readonly dataset: ShownDataset;
  /** What it is in words: `Agent`, `Batch`. */
  readonly kind: string;
  readonly name: string;
  /** The id or ARN by which AWS and findings name it. */
  readonly awsId: string;
  readonly accountId: string;
  readonly region: string;
  readonly readAt: Instant;
  readonly facts: readonly Fact[];
  readonly sections: readonly EntrySection[];
  /** The item as collected. */
  readonly item: unknown;
}

/** A fact of an entry by its id. */
export function factOf(entry: Entry, id: string): Fact | undefined {
  return entry.facts.find((fact) => fact.id === id);
}
