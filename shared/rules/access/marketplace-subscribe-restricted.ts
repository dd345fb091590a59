import { concernsModels, judgeActions, judgePrincipals } from '../effective-verdicts.ts';
import { defineRule } from '../rule.ts';

const ACTIONS = ['aws-marketplace:Subscribe', 'bedrock:CreateFoundationModelAgreement'] as const;

/** Whoever calls models cannot accept the terms of new ones as well, save for named products. */
export const marketplaceSubscribeRestricted = defineRule({
  id: 'marketplace-subscribe-restricted',
  title: 'Subscribing to models is restricted',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'A first call subscribes the account to a third-party model where the caller has aws-marketplace:Subscribe: terms are accepted and costs begin without anyone having decided. The key aws-marketplace:ProductId limits it to named products.',
  remediation: {
    console:
      'IAM console, the user or role named: take aws-marketplace:Subscribe and bedrock:CreateFoundationModelAgreement out, or limit Subscribe by the condition key aws-marketplace:ProductId. For all accounts: Organizations console, a service control policy.',
    cli: `aws organizations create-policy --type SERVICE_CONTROL_POLICY --name model-subscriptions --description "Only procurement subscribes to models" --content '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["aws-marketplace:Subscribe","bedrock:CreateFoundationModelAgreement"],"Resource":"*","Condition":{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/procurement"}}}]}'`,
    terraform: `data "aws_iam_policy_document" "subscriptions" {
  statement {
    effect    = "Deny"
    actions   = ["aws-marketplace:Subscribe", "bedrock:CreateFoundationModelAgreement"]
    resources = ["*"]
    condition {
      test     = "ArnNotLike"
      variable = "aws:PrincipalArn"
      values   = ["arn:aws:iam::*:role/procurement"]
    }
  }
}

resource "aws_organizations_policy" "subscriptions" {
  name    = "model-subscriptions"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.subscriptions.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-access-permissions.html',
    'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-iam-users-groups-policies.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM03 Supply Chain',
    'NIST 800-53: CM-7(5) Authorized Software',
    'ISO 42001: A.10.3 Suppliers',
    'SOC 2: CC6.3 Least privilege',
  ],
  needs: ['effective-access'],
  evaluate: (input) =>
    judgePrincipals(input, (access) =>
      concernsModels(access) ? judgeActions(access, ACTIONS) : null,
    ),
});
