import type { EffectiveAccess } from '../../model/dataset.ts';
import { canonicalModelId } from '../../model/model-catalogue.ts';
import { canonicalBaseModelId } from '../../model/model-id.ts';
import { resolveModel } from '../../prices/profile-targets.ts';
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
import { defineRule, type RuleContext } from '../rule.ts';

/**
 * Everybody may call approved models alone. As with traffic, an empty list is `not-applicable`:
 * nobody has decided yet.
 */
export const onlyApprovedModelsInvokable = defineRule({
  id: 'only-approved-models-invokable',
  title: 'Only approved models can be called',
  severity: 'high',
  theme: 'access',
  scope: 'account',
  rationale:
    'What policies allow will be called one day, by a new version of a program or by whoever holds its credentials. An approved list is enforced when nothing else can be called, not when nothing else was.',
  remediation: {
    console:
      'Organizations console, Policies, Service control policies: deny model calls on everything but the approved models; or narrow the granting policies of the principals named (IAM console).',
    cli: `aws organizations create-policy --type SERVICE_CONTROL_POLICY --name only-approved-models --description "Bedrock: approved models only" --content '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"bedrock:InvokeModel*","NotResource":["arn:aws:bedrock:*::foundation-model/APPROVED_MODEL_ID","arn:aws:bedrock:*:*:inference-profile/*APPROVED_MODEL_ID"]},{"Effect":"Deny","Action":"bedrock-mantle:CreateInference","Resource":"*","Condition":{"StringNotEquals":{"bedrock-mantle:Model":"APPROVED_MODEL_ID"}}}]}'`,
    terraform: `data "aws_iam_policy_document" "approved_models" {
  statement {
    effect        = "Deny"
    actions       = ["bedrock:InvokeModel*"]
    not_resources = var.approved_model_and_profile_arns
  }
  statement {
    effect    = "Deny"
    actions   = ["bedrock-mantle:CreateInference"]
    resources = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "bedrock-mantle:Model"
      values   = var.approved_model_ids
    }
  }
}

resource "aws_organizations_policy" "approved_models" {
  name    = "only-approved-models"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.approved_models.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM03 Supply Chain',
    'MITRE ATLAS: AML.T0040 AI Model Inference API Access',
    'NIST 800-53: CM-7(5) Authorized Software',
    'ISO 42001: A.10.3 Suppliers',
    'SOC 2: CC6.1 Logical access',
    'AWS Well-Architected Generative AI Lens: GENSEC01-BP01 Least privilege access to foundation model endpoints',
  ],
  needs: ['effective-access'],
  evaluate: (input) => {
    if (input.context.approvedModels.length === 0) {
      return { nothing: 'no model has been approved yet; approve models in Settings, Approvals' };
    }
    const isApproved = approvalOf(input.context);
    return judgePrincipals(input, (access) => verdictOf(access, isApproved));
  },
});

/** Own models count as the foundation model behind them, or are approved by their ARN. */
function approvalOf({ approvedModels, lookup }: RuleContext): (modelId: string) => boolean {
  const approved = new Set(approvedModels.map(canonicalBaseModelId));
  return (modelId) =>
    approvedModels.includes(modelId) ||
    approved.has(canonicalModelId(resolveModel(modelId, lookup.profiles).baseModelId));
}

function verdictOf(
  access: EffectiveAccess,
  isApproved: (modelId: string) => boolean,
): AccessVerdict | null {
  if (!concernsModels(access)) return null;
  const others = callable(access).filter((modelId) => !isApproved(modelId));
  if (others.length > 0) {
    const named = others.slice(0, 3).join(', ');
    const more = others.length > 3 ? `, and ${others.length - 3} more` : '';
    const reason = `${mayCall(access)}; ${others.length} of them ${others.length === 1 ? 'is' : 'are'} not approved: ${named}${more}${grantedBy(access)}.`;
    return { status: 'fail', reason };
  }
  if (access.unknown.some((modelId) => !isApproved(modelId))) return restsOnUnread(access);
  return {
    status: 'pass',
    reason: `${access.name} may call ${models(callable(access).length)}, all approved.`,
  };
}
