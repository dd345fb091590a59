import type { GuardrailVersion } from '../../model/dataset.ts';

/**
 * The ARN of one version as IAM's `bedrock:GuardrailIdentifier` writes it: the guardrail's own for
 * the draft, with the number behind it for a published version.
 */
export function versionResource({
  guardrailArn,
  version,
}: Pick<GuardrailVersion, 'guardrailArn' | 'version'>): string {
  return version === 'DRAFT' ? guardrailArn : `${guardrailArn}:${version}`;
}
