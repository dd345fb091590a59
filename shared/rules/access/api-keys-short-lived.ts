import type { ApiKey } from '../../model/dataset.ts';
import { msOfInstant } from '../../model/period.ts';
import { activeKeys, keyName } from '../active-api-keys.ts';
import { defineRule, type Verdict } from '../rule.ts';

/** The longest life that AWS's example of a limit gives (Bedrock User Guide, "Control permissions for API keys"). */
const LONGEST_DAYS = 90;
const DAY_MS = 86_400_000;

/** A long-term Bedrock API key expires, and within 90 days of its making. */
export const apiKeysShortLived = defineRule({
  id: 'api-keys-short-lived',
  title: 'Bedrock API keys live 90 days at most',
  severity: 'high',
  theme: 'access',
  scope: 'account',
  rationale:
    'A long-term API key is one text that lets whoever holds it call models until it expires; it needs no second factor and works from anywhere. AWS recommends keys of at most 12 hours for applications. A key that never expires is critical. Expired and deactivated keys are not judged.',
  remediation: {
    console:
      'IAM console, Users, the user of the key, Security credentials, API keys for Amazon Bedrock: create a key that expires within 90 days, move its callers, then deactivate and delete this one. Better: use short-term keys or a role.',
    cli: 'aws iam create-service-specific-credential --user-name USER --service-name bedrock.amazonaws.com --credential-age-days 30\naws iam update-service-specific-credential --user-name USER --service-specific-credential-id CREDENTIAL_ID --status Inactive\naws iam delete-service-specific-credential --user-name USER --service-specific-credential-id CREDENTIAL_ID',
    terraform: `data "aws_iam_policy_document" "short_lived_bedrock_keys" {
  statement {
    effect    = "Deny"
    actions   = ["iam:CreateServiceSpecificCredential"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "iam:ServiceSpecificCredentialServiceName"
      values   = ["bedrock.amazonaws.com"]
    }
    condition {
      test     = "NumericGreaterThanIfExists"
      variable = "iam:ServiceSpecificCredentialAgeDays"
      values   = ["90"]
    }
  }
}

resource "aws_organizations_policy" "short_lived_bedrock_keys" {
  name    = "short-lived-bedrock-keys"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.short_lived_bedrock_keys.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM10 Unbounded Consumption',
    'MITRE ATLAS: AML.T0012 Valid Accounts',
    'NIST 800-53: IA-5(1) Authenticator Management',
    'CIS AWS Foundations: 1.14 Access keys are rotated every 90 days or less',
    'SOC 2: CC6.1 Logical access',
  ],
  needs: ['api-keys'],
  evaluate: (input) => {
    const keys = activeKeys(input.items('api-keys'), input.context.today);
    if (keys.length === 0) return { nothing: 'no active Bedrock API key here' };
    return keys.map((key) => ({
      resource: keyName(key),
      ...judge(key),
      evidence: [input.evidence('api-keys', key)],
    }));
  },
});

function judge(key: ApiKey): Pick<Verdict, 'status' | 'reason' | 'severity'> {
  const { userName, createdAt, expiresAt } = key;
  if (expiresAt === null) {
    const reason = `The key of ${userName} never expires.`;
    return { status: 'fail', severity: 'critical', reason };
  }
  const until = `expires on ${expiresAt.slice(0, 10)}`;
  if (createdAt === null) {
    const reason = `The key of ${userName} ${until}; IAM did not say when it was made.`;
    return { status: 'unknown', reason };
  }
  const days = Math.round((msOfInstant(expiresAt) - msOfInstant(createdAt)) / DAY_MS);
  const reason = `The key of ${userName} lives ${days} days and ${until}`;
  return days <= LONGEST_DAYS
    ? { status: 'pass', reason: `${reason}.` }
    : { status: 'fail', reason: `${reason}; ${LONGEST_DAYS} days are the limit.` };
}
