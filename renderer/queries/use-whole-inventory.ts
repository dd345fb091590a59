import { type UseQueryOptions, type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { InventoryAnswer } from '../../shared/api/answers.ts';
import type { Call } from '../../shared/api/contract.ts';
import { unwrap } from '../../shared/api/result.ts';
import type { AppError } from '../../shared/model/app-error.ts';
import type { CollectedDatasetId } from '../../shared/model/dataset.ts';
import { usePageApi } from './page-api.ts';

const PAGE_ROWS = 500;
/** More of one dataset is cut, which `total` tells. */
export const WHOLE_ROWS = 5000;

/**
 * Every item of datasets that hold tens or hundreds of them, in the order in which they are named;
 * `rows` is shorter than `total` where a dataset has more than 5,000.
 */
export function useWholeInventories(
  datasets: readonly CollectedDatasetId[],
): readonly UseQueryResult<InventoryAnswer, AppError>[] {
  const { call } = usePageApi();
  return useQueries({ queries: datasets.map((dataset) => wholeInventory(call, dataset)) });
}

function wholeInventory(
  call: Call,
  dataset: CollectedDatasetId,
): UseQueryOptions<InventoryAnswer, AppError> {
  return {
    queryKey: ['inventory.list', { dataset, whole: true }],
    queryFn: () => readWhole(call, dataset),
  };
}

/** Reads a dataset page by page. */
export async function readWhole(call: Call, dataset: CollectedDatasetId): Promise<InventoryAnswer> {
  const first = unwrap(await call('inventory.list', { dataset, offset: 0, limit: PAGE_ROWS }));
  const rows = [...first.rows];
  const wanted = Math.min(first.total, WHOLE_ROWS);
  while (rows.length < wanted) {
    const page = { dataset, offset: rows.length, limit: PAGE_ROWS };
    const next = unwrap(await call('inventory.list', page)).rows;
    if (next.length === 0) break;
    rows.push(...next);
  }
  return { ...first, rows };
}
