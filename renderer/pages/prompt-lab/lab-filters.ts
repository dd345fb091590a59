import type { Connection } from '../../../shared/api/answers.ts';
import { type FilterValues, textFilter } from '../../filters.ts';
import type { ModelChoice } from './model-choices.ts';

/** Where a prompt goes stands in the address; the prompt itself does not. */
export const labFilters = {
  connectionId: textFilter('connection'),
  region: textFilter('region'),
  modelId: textFilter('model'),
} as const;

export type LabValues = FilterValues<typeof labFilters>;

/** The connection of the address, or the first there is. */
export function chosenConnection(
  connections: readonly Connection[],
  values: LabValues,
): Connection | undefined {
  return connections.find(({ id }) => id === values.connectionId) ?? connections[0];
}

/** The Region of the address where the connection reads it, or its first; empty without connection. */
export function chosenRegion(connection: Connection | undefined, values: LabValues): string {
  const regions = connection?.regions ?? [];
  return regions.find((region) => region === values.region) ?? regions[0] ?? '';
}

/** The model id of the address where it may be used in the Region, or the first that may; else empty. */
export function chosenModel(choices: readonly ModelChoice[], values: LabValues): string {
  const usable = choices.filter(({ refusal }) => refusal === null);
  const named = usable.find(({ id, model }) => [id, model.modelId].includes(values.modelId));
  return (named ?? usable[0])?.id ?? '';
}
