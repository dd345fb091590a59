import type { IdentityDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { accountAuthorization } from './account-authorization.ts';

/** Who there is in an account and what speaks for them. */
export const identityCollectors: CollectorsOf<IdentityDatasets> = {
  'account-authorization': accountAuthorization,
};
