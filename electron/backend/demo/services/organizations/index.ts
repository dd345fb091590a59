import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import type { Service } from '../../service.ts';
import { policyOperations } from './policies.ts';
import { tagOperations } from './tags.ts';
import { treeOperations } from './tree.ts';

/**
 * AWS Organizations, the same from every Region. Its policies are told, not enforced: the simulated
 * account refuses nothing because of an SCP or RCP; what they break in the story fails by itself.
 */
export function organizationsService(): Service {
  const protocol = awsJson({
    version: '1.1',
    codes: {
      ...JSON_CODES,
      throttled: { code: 'TooManyRequestsException', status: 400 },
      internal: { code: 'ServiceException', status: 500 },
      invalid: { code: 'InvalidInputException', status: 400 },
    },
  });
  return {
    name: 'organizations',
    regional: false,
    operations: new Map([...treeOperations, ...policyOperations, ...tagOperations]),
    protocol: () => protocol,
  };
}
