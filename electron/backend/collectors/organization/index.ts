import type { OrganizationDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { accountTags } from './account-tags.ts';
import { effectiveBedrockPolicy } from './effective-bedrock-policy.ts';
import { organization } from './organization.ts';
import { organizationPolicies } from './organization-policies.ts';

/** What the organisation is and asks of its accounts. */
export const organizationCollectors: CollectorsOf<OrganizationDatasets> = {
  organization,
  'account-tags': accountTags,
  'organization-policies': organizationPolicies,
  'effective-bedrock-policy': effectiveBedrockPolicy,
};
