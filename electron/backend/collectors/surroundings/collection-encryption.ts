import { z } from 'zod';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { CollectionEncryption } from '../../../../shared/model/dataset.ts';
import { covers, type PolicyDocument } from './collection-resource.ts';

const RULES = z.array(
  z.object({ ResourceType: z.string(), Resource: z.array(z.string()).default([]) }),
);

/** The document of an encryption policy (OpenSearch Serverless developer guide, encryption). */
const ENCRYPTION_POLICY = z.union([
  z.object({ Rules: RULES, AWSOwnedKey: z.literal(true) }),
  z.object({ Rules: RULES, AWSOwnedKey: z.literal(false).optional(), KmsARN: z.string().min(1) }),
]);

/**
 * What encryption policies say of one collection, by its name; the most specific first, which is the
 * one that OpenSearch Serverless takes.
 * @throws AppError `aws-failed` when a document is not an encryption policy.
 */
export function encryptionOf(
  collection: string,
  policies: readonly PolicyDocument[],
): readonly CollectionEncryption[] {
  return policies
    .flatMap((policy) => saidBy(policy, collection))
    .sort((a, b) => specificity(b.resource) - specificity(a.resource));
}

function saidBy(policy: PolicyDocument, collection: string): readonly CollectionEncryption[] {
  const parsed = ENCRYPTION_POLICY.safeParse(policy.document);
  if (!parsed.success) {
    const text = `The encryption policy ${policy.name} is not of the form that AWS documents; what it says of the collection ${collection} is not known.`;
    throw new AppError('aws-failed', text);
  }
  const { data } = parsed;
  const kmsKeyArn = 'KmsARN' in data ? data.KmsARN : null;
  return data.Rules.flatMap(({ Resource }) => Resource)
    .filter((resource) => covers(resource, collection))
    .map((resource) => ({ policyName: policy.name, resource, kmsKeyArn }));
}

/** A whole name before prefixes, a longer prefix before a shorter one. */
function specificity(resource: string): number {
  return resource.endsWith('*') ? resource.length : Number.POSITIVE_INFINITY;
}
