import { cache } from './cache.ts';
import { capacity } from './capacity.ts';
import { chargeback } from './chargeback.ts';
import { costByModel } from './cost-by-model.ts';
import { reconciliation } from './reconciliation.ts';
import { spend } from './spend.ts';

/** Every report by id, one file each. */
export const REPORTS = {
  [costByModel.id]: costByModel,
  [reconciliation.id]: reconciliation,
  [spend.id]: spend,
  [chargeback.id]: chargeback,
  [cache.id]: cache,
  [capacity.id]: capacity,
} as const;
