import type { IdentityDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { accessKeys } from './access-keys.ts';
import { accountAuthorization } from './account-authorization.ts';
import { apiKeys } from './api-keys.ts';
import { serviceLastAccessed } from './service-last-accessed.ts';

/** Who there is in an account and what speaks for them. */
export const identityCollectors: CollectorsOf<IdentityDatasets> = {
  'account-authorization': accountAuthorization,
  'api-keys': apiKeys,
  'access-keys': accessKeys,
  'service-last-accessed': serviceLastAccessed,
};
