import type { Table } from './table.ts';

/** How many models have no price at all, and how many have one for a part of their use. */
export interface UnpricedModels {
  readonly whole: number;
  readonly part: number;
}

/** What the provenance of a report's row says: nothing, all or some of its use has a price, or bought capacity served all. */
export const PRICED = {
  none: 'unpriced',
  byHour: 'paid by the hour',
  part: 'metered, partly unpriced',
  all: 'metered',
} as const;

/**
 * Counts the models of the report `cost-by-model`, whose rows are models by scope: a model of which
 * one scope has a price and another has none is unpriced in part.
 */
export function unpricedModels({ columns, rows }: Table): UnpricedModels {
  const [model, provenance] = ['model_id', 'provenance'].map((id) =>
    columns.findIndex((column) => column.id === id),
  );
  const found = new Map<unknown, Set<unknown>>();
  for (const row of rows) {
    const id = row[model ?? -1];
    found.set(id, (found.get(id) ?? new Set()).add(row[provenance ?? -1]));
  }
  const models = [...found.values()];
  const whole = models.filter((told) => told.size === 1 && told.has(PRICED.none)).length;
  const lacking = models.filter((told) => told.has(PRICED.none) || told.has(PRICED.part)).length;
  return { whole, part: lacking - whole };
}

/** `5 models unpriced, 3 in part`; null where every model has its prices. */
export function unpricedModelsText({ whole, part }: UnpricedModels): string | null {
  const models = (count: number) => (count === 1 ? '1 model' : `${count} models`);
  if (whole === 0) return part === 0 ? null : `${models(part)} unpriced in part`;
  return `${models(whole)} unpriced${part === 0 ? '' : `, ${part} in part`}`;
}
