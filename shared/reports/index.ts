import { costByModel } from './cost-by-model.ts';
import { reconciliation } from './reconciliation.ts';

/** Every report by id, one file each. */
export const REPORTS = {
  [costByModel.id]: costByModel,
  [reconciliation.id]: reconciliation,
} as const;
