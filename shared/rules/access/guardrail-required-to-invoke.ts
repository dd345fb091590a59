import type { EffectiveAccess } from '../../model/dataset.ts';
import {
  type AccessVerdict,
  callable,
  concernsModels,
  grantedBy,
  judgePrincipals,
  models,
  restsOnUnread,
} from '../effective-verdicts.ts';
import { defineRule } from '../rule.ts';

/** No policy lets anybody call a model without a guardrail. */
export const guardrailRequiredToInvoke = defineRule({
  id: 'guardrail-required-to-invoke',
  title: 'Calls need a guardrail',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'A guardrail that the caller may leave out protects from honest mistakes only. The condition key bedrock:GuardrailIdentifier makes a call without it a denied call. Guardrails that an account or organisation enforces act besides; this rule judges policies alone.',
  remediation: {
    console:
      'IAM console, the policies that grant: add a statement that denies bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream where bedrock:GuardrailIdentifier is not your guardrail. The mantle endpoint knows no such key: deny bedrock-mantle:CreateInference where a guardrail is needed.',
    cli: `aws iam put-role-policy --role-name ROLE --policy-name guardrail-required --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["bedrock:InvokeModel","bedrock:InvokeModelWithResponseStream"],"Resource":"*","Condition":{"StringNotLike":{"bedrock:GuardrailIdentifier":"GUARDRAIL_ARN:*"}}},{"Effect":"Deny","Action":"bedrock-mantle:CreateInference","Resource":"*"}]}'`,
    terraform: `data "aws_iam_policy_document" "guardrail_required" {
  statement {
    effect    = "Deny"
    actions   = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
    resources = ["*"]
    condition {
      test     = "StringNotLike"
      variable = "bedrock:GuardrailIdentifier"
      values   = ["\${aws_bedrock_guardrail.main.guardrail_arn}:*"]
    }
  }
  statement {
    effect    = "Deny"
    actions   = ["bedrock-mantle:CreateInference"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "guardrail_required" {
  name   = "guardrail-required"
  role   = var.role_name
  policy = data.aws_iam_policy_document.guardrail_required.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM01 Prompt Injection',
    'OWASP LLM Top 10 2025: LLM02 Sensitive Information Disclosure',
    'NIST AI RMF: MANAGE 2.4 Mechanisms to disengage',
    'NIST 800-53: AC-3 Access Enforcement',
    'AWS Well-Architected Generative AI Lens: GENSEC02-BP01 Implement guardrails to mitigate harmful or incorrect model responses',
  ],
  needs: ['effective-access'],
  evaluate: (input) => judgePrincipals(input, verdictOf),
});

function verdictOf(access: EffectiveAccess): AccessVerdict | null {
  if (!concernsModels(access)) return null;
  const [free, all] = [access.unguarded.length, callable(access).length];
  if (free > 0) {
    const reason = `${access.name} may call ${free} of ${models(all)} without a guardrail${grantedBy(access)}.`;
    return { status: 'fail', reason };
  }
  if (access.unknown.length > 0) return restsOnUnread(access);
  const reason = `${access.name} may call ${models(all)}, none without a guardrail.`;
  return { status: 'pass', reason };
}
