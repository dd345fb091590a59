import type { SortState } from '../components/table/column.ts';
import type { ShownDataset } from './entry.ts';

/** A column that shows a fact. */
export interface FactColumn {
  readonly fact: string;
  readonly header: string;
  /** Pixels. */
  readonly width: number;
  readonly grow?: number;
  /** `false`: shown only when the reader chooses it; `wide`: by default in wide tables only. */
  readonly shown?: boolean | 'wide';
}

/** One table of entries. */
export interface View {
  readonly label: string;
  /** One row in a word. */
  readonly noun: string;
  readonly datasets: readonly ShownDataset[];
  /** Whether rows are of several kinds, which then have a column and a filter. */
  readonly kinds: boolean;
  /** By name unless said. */
  readonly sort?: SortState;
  readonly columns: readonly FactColumn[];
  /** Behind account and Region. */
  readonly more: readonly FactColumn[];
  /** What would be here. */
  readonly empty: string;
}
