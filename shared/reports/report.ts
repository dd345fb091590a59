import type { Table } from './table.ts';

/** A report is a value: what it is called and one pure function from its input to a table. */
export interface Report<Input> {
  /** The file name. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  build(input: Input): Table;
}
