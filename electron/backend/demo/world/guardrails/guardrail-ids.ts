import { resourceId } from '../identifiers.ts';

/** The id of a guardrail of this world by its account and name. */
export function guardrailId(accountId: string, name: string): string {
  return resourceId(`guardrail/${accountId}/${name}`, 12);
}

/** The ARN of a guardrail of this world. */
export function guardrailArnOf(accountId: string, region: string, name: string): string {
  return `arn:aws:bedrock:${region}:${accountId}:guardrail/${guardrailId(accountId, name)}`;
}

/** The ARN of an Automated Reasoning policy of this world, of its draft without a version. */
export function reasoningPolicyArn(
  place: { readonly accountId: string; readonly region: string },
  name: string,
  version?: string,
): string {
  const id = resourceId(`automated-reasoning-policy/${place.accountId}/${name}`, 12);
  const suffix = version === undefined ? '' : `:${version}`;
  return `arn:aws:bedrock:${place.region}:${place.accountId}:automated-reasoning-policy/${id}${suffix}`;
}

/** The customer-managed key that guardrails of an account and Region are encrypted with. */
export function guardrailKeyArn(accountId: string, region: string): string {
  return `arn:aws:kms:${region}:${accountId}:key/7f3b9a52-4c1d-4e8a-9b36-0d5e2f7a1c84`;
}
