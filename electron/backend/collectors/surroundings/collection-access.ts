import { z } from 'zod';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { CollectionAccess } from '../../../../shared/model/dataset.ts';
import { covers, type PolicyDocument } from './collection-resource.ts';

/** The document of a network policy (OpenSearch Serverless developer guide, network access). */
const NETWORK_POLICY = z.array(
  z.object({
    Rules: z.array(
      z.object({ ResourceType: z.string(), Resource: z.array(z.string()).default([]) }),
    ),
    AllowFromPublic: z.boolean().default(false),
    SourceVPCEs: z.array(z.string()).default([]),
    SourceServices: z.array(z.string()).default([]),
  }),
);

/**
 * What a network policy says of one collection, by its name.
 * @throws AppError `aws-failed` when the document is not a network policy.
 */
export function accessTo(collection: string, policy: PolicyDocument): readonly CollectionAccess[] {
  const parsed = NETWORK_POLICY.safeParse(policy.document);
  if (!parsed.success) {
    const text = `The network policy ${policy.name} is not of the form that AWS documents; who reaches the collection ${collection} is not known.`;
    throw new AppError('aws-failed', text);
  }
  return parsed.data.flatMap((statement) =>
    statement.Rules.filter(({ Resource }) => Resource.some((one) => covers(one, collection))).map(
      ({ ResourceType }) => ({
        policyName: policy.name,
        resourceType: ResourceType,
        fromPublic: statement.AllowFromPublic,
        vpcEndpoints: statement.SourceVPCEs,
        services: statement.SourceServices,
      }),
    ),
  );
}
