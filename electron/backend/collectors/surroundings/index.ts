import type { SurroundingsDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { actionGroupFunctions } from './action-group-functions.ts';
import { buckets } from './buckets.ts';
import { kmsKeys } from './kms-keys.ts';
import { logGroups } from './log-groups.ts';
import { macie } from './macie.ts';
import { trails } from './trails.ts';
import { vectorStores } from './vector-stores.ts';
import { vpcEndpoints } from './vpc-endpoints.ts';

/** What lies around Bedrock. */
export const surroundingsCollectors: CollectorsOf<SurroundingsDatasets> = {
  trails,
  'log-groups': logGroups,
  buckets,
  'kms-keys': kmsKeys,
  'vpc-endpoints': vpcEndpoints,
  'action-group-functions': actionGroupFunctions,
  'vector-stores': vectorStores,
  macie,
};
