import { costByModel } from './cost-by-model.ts';

/** Every report by id, one file each. */
export const REPORTS = { [costByModel.id]: costByModel } as const;
