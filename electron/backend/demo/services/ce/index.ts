import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { operations, type Service } from '../../service.ts';
import { anomalyOperations } from './anomalies.ts';
import { listCostAllocationTags } from './cost-allocation-tags.ts';
import { getCostAndUsage } from './get-cost-and-usage.ts';

/** AWS Cost Explorer: one endpoint for all Regions, each request of which AWS charges for. */
export function costExplorerService(): Service {
  const protocol = awsJson({ version: '1.1', codes: JSON_CODES });
  return {
    name: 'ce',
    regional: false,
    operations: operations({
      ...anomalyOperations,
      GetCostAndUsage: { action: 'ce:GetCostAndUsage', run: getCostAndUsage() },
      ListCostAllocationTags: {
        action: 'ce:ListCostAllocationTags',
        run: listCostAllocationTags,
      },
    }),
    protocol: () => protocol,
  };
}
