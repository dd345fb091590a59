import type { DatasetId, Part } from '../../model/dataset.ts';
import { openStatements } from '../open-statements.ts';
import { defineRule, type Verdict } from '../rule.ts';

/** Policies of guardrails, custom models and knowledge bases let in nobody unnamed and no outsiders. */
export const resourcePoliciesShareKnowingly = defineRule({
  id: 'resource-policies-share-knowingly',
  title: 'Resource policies share within the organisation only',
  severity: 'high',
  theme: 'access',
  rationale:
    'A resource policy lets in callers whom no policy of your own accounts can stop. One that names everybody, or another account, without a condition on your organisation outlives the reason it was written for: accounts leave organisations and change hands. Judged are guardrails, guardrail profiles, custom models and knowledge bases; waive what is shared on purpose.',
  remediation: {
    console:
      'Amazon Bedrock console, the guardrail, custom model or knowledge base named, Resource policy: add a condition StringEquals aws:PrincipalOrgID with your organisation, or remove the statement.',
    cli: `aws bedrock put-resource-policy --resource-arn RESOURCE_ARN --resource-policy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"bedrock:ApplyGuardrail","Resource":"RESOURCE_ARN","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-ORGANISATION"}}}]}'\naws bedrock delete-resource-policy --resource-arn RESOURCE_ARN`,
    terraform: `data "aws_iam_policy_document" "shared_guardrail" {
  statement {
    actions   = ["bedrock:ApplyGuardrail"]
    resources = [var.guardrail_arn]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = [data.aws_organizations_organization.current.id]
    }
  }
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-resource-based-policies.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/security-iam.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM02 Sensitive Information Disclosure',
    'NIST 800-53: AC-3 Access Enforcement',
    'NIST 800-53: AC-20 Use of External Systems',
    'SOC 2: CC6.6 Boundary protection',
  ],
  needs: ['resource-policies', 'agent-resource-policies'],
  evaluate: (input) => {
    const of = (dataset: 'resource-policies' | 'agent-resource-policies') =>
      input.items(dataset).flatMap((item): readonly Verdict[] => {
        const verdict = judge({ dataset, policy: item.policy, accountId: input.accountId });
        if (verdict === null) return [];
        const evidence = [input.evidence(dataset, item)];
        return [{ resource: item.resourceArn, ...verdict, evidence }];
      });
    const judged = [...of('resource-policies'), ...of('agent-resource-policies')];
    return judged.length === 0 ? { nothing: 'no resource policy here' } : judged;
  },
});

function judge(asked: {
  readonly dataset: DatasetId;
  readonly policy: Part<string | null>;
  readonly accountId: string;
}): Omit<Verdict, 'resource' | 'evidence'> | null {
  const { dataset, policy, accountId } = asked;
  if (!policy.read) {
    const { outcome } = policy;
    const reason = `Its resource policy was not read: ${outcome.reason}.`;
    return { status: 'unknown', reason, unread: [{ dataset, outcome }] };
  }
  if (policy.value === null) return null;
  const { problem, open, allowing } = openStatements(policy.value, accountId);
  if (problem !== null) {
    return { status: 'unknown', reason: `Its resource policy cannot be judged: ${problem}.` };
  }
  if (open.length > 0) {
    const reason = `Its resource policy lets in ${open.join(', ')} without a condition on organisation, account or source.`;
    return { status: 'fail', reason };
  }
  const statements = allowing === 1 ? '1 statement allows' : `${allowing} statements allow`;
  const reason = `${statements} this account or callers that a condition names.`;
  return { status: 'pass', reason };
}
