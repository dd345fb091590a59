import type { UseQueryResult } from '@tanstack/react-query';
import type { InventoryAnswer } from '../../shared/api/answers.ts';
import type { Input } from '../../shared/api/contract.ts';
import type { AppError } from '../../shared/model/app-error.ts';
import type { CollectedDatasetId } from '../../shared/model/dataset.ts';
import { type AnswerOptions, useAnswer } from './use-answer.ts';

/** What of a dataset is asked for. */
export interface InventoryQuestion<D extends CollectedDatasetId>
  extends Omit<Input<'inventory.list'>, 'dataset'> {
  readonly dataset: D;
}

/** A page of one dataset with items of its own type: the backend answers what was asked for. */
export function useInventory<D extends CollectedDatasetId>(
  question: InventoryQuestion<D>,
  options: AnswerOptions = {},
): UseQueryResult<InventoryAnswer<D>, AppError> {
  return useAnswer('inventory.list', question, options) as UseQueryResult<
    InventoryAnswer<D>,
    AppError
  >;
}
