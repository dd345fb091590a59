import { z } from 'zod';
import type { AccountAuthorization } from '../../../../../shared/model/dataset.ts';

/** The services of this world as IAM names them, by namespace. */
export const SERVICE_TITLES: Readonly<Record<string, string>> = {
  bedrock: 'Amazon Bedrock',
  'bedrock-agentcore': 'Amazon Bedrock AgentCore',
  'bedrock-mantle': 'Amazon Bedrock Mantle',
  cloudtrail: 'AWS CloudTrail',
  cloudwatch: 'Amazon CloudWatch',
  ec2: 'Amazon EC2',
  iam: 'AWS Identity and Access Management',
  logs: 'Amazon CloudWatch Logs',
  s3: 'Amazon S3',
};

const texts = z.union([z.string(), z.array(z.string())]);
const document = z.object({
  Statement: z.array(z.object({ Effect: z.string(), Action: texts.optional() })),
});

/**
 * The namespaces of the services that the policies of a user or role allow in some way, in their
 * order: what IAM's report lists. As in AWS, boundaries and policies of the organisation do not
 * count.
 */
export function reachableServices(
  authorization: AccountAuthorization | undefined,
  principalArn: string,
): readonly string[] {
  const identity = authorization?.identities.find(({ arn }) => arn === principalArn);
  const attached = authorization?.policies.filter(({ arn }) =>
    identity?.attachedPolicyArns.includes(arn),
  );
  const documents = [...(attached ?? []), ...(identity?.inlinePolicies ?? [])];
  const prefixes = new Set(documents.flatMap((policy) => allowedPrefixes(policy.document)));
  return Object.keys(SERVICE_TITLES).filter((name) => prefixes.has('*') || prefixes.has(name));
}

function allowedPrefixes(text: string): readonly string[] {
  return document
    .parse(JSON.parse(text))
    .Statement.filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action ?? [])
    .map((action) => action.split(':')[0] ?? '');
}
