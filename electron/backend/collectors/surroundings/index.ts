import type { SurroundingsDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { trails } from './trails.ts';

/** What lies around Bedrock. */
export const surroundingsCollectors: CollectorsOf<SurroundingsDatasets> = {
  trails,
};
