import type { EffectiveAccess } from '../../model/dataset.ts';
import {
  type AccessVerdict,
  callable,
  concernsModels,
  grantedBy,
  judgePrincipals,
  mayCall,
  models,
  restsOnUnread,
} from '../effective-verdicts.ts';
import { defineRule } from '../rule.ts';

/** Nobody may call every model that the account can call, by all policies together. */
export const noUnboundedModelAccess = defineRule({
  id: 'no-unbounded-model-access',
  title: 'Nobody may call every model',
  severity: 'high',
  theme: 'access',
  scope: 'account',
  rationale:
    'Who may call every model may call the dearest one, those that nobody reviewed, and each that AWS adds. Stolen credentials of such an identity are worth most.',
  remediation: {
    console:
      'IAM console, the user or role named: in each granting policy, replace Resource * by the ARNs of the models and inference profiles it needs (Access, the principal, Least privilege writes the policy).',
    cli: `aws iam create-policy-version --policy-arn POLICY_ARN --set-as-default --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["bedrock:InvokeModel","bedrock:InvokeModelWithResponseStream"],"Resource":["arn:aws:bedrock:*::foundation-model/MODEL_ID"]}]}'`,
    terraform: `data "aws_iam_policy_document" "models" {
  statement {
    actions   = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
    resources = ["arn:aws:bedrock:*::foundation-model/MODEL_ID"]
  }
}

resource "aws_iam_policy" "models" {
  name   = "call-needed-models"
  policy = data.aws_iam_policy_document.models.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/security_iam_id-based-policy-examples.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM10 Unbounded Consumption',
    'MITRE ATLAS: AML.T0040 AI Model Inference API Access',
    'NIST 800-53: AC-6 Least Privilege',
    'SOC 2: CC6.3 Least privilege',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP01 Least privilege access to foundation model endpoints',
  ],
  needs: ['effective-access'],
  evaluate: (input) => judgePrincipals(input, verdictOf),
});

function verdictOf(access: EffectiveAccess): AccessVerdict | null {
  if (!concernsModels(access)) return null;
  const reached = callable(access).length;
  if (reached === access.offered) {
    const reason = `${mayCall(access)}: all that the account can call${grantedBy(access)}.`;
    return { status: 'fail', reason };
  }
  if (reached + access.unknown.length === access.offered) return restsOnUnread(access);
  return { status: 'pass', reason: `${mayCall(access)}, of ${models(access.offered)}.` };
}
