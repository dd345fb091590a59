import { concernsModels, judgeActions, judgePrincipals } from '../effective-verdicts.ts';
import { defineRule } from '../rule.ts';

const ACTIONS = ['bedrock:CallWithBearerToken', 'bedrock-mantle:CallWithBearerToken'] as const;

/** Calling with an API key is denied, or takes a condition, on both endpoints. */
export const bearerTokenCallsRestricted = defineRule({
  id: 'bearer-token-calls-restricted',
  title: 'Calls with API keys are restricted',
  severity: 'medium',
  theme: 'access',
  scope: 'account',
  rationale:
    'An API key is a bearer token: who holds it calls models, from anywhere, without a signature. bedrock:CallWithBearerToken and its twin bedrock-mantle:CallWithBearerToken decide whether an identity can call so at all; denying one leaves the other endpoint open.',
  remediation: {
    console:
      'Organizations console, Policies, Service control policies: deny bedrock:CallWithBearerToken and bedrock-mantle:CallWithBearerToken, or only long-term keys by the condition keys bedrock:BearerTokenType and bedrock-mantle:BearerTokenType.',
    cli: `aws organizations create-policy --type SERVICE_CONTROL_POLICY --name no-bedrock-api-keys --description "No calls with Bedrock API keys" --content '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["bedrock:CallWithBearerToken","bedrock-mantle:CallWithBearerToken"],"Resource":"*"}]}'`,
    terraform: `data "aws_iam_policy_document" "no_api_keys" {
  statement {
    effect    = "Deny"
    actions   = ["bedrock:CallWithBearerToken", "bedrock-mantle:CallWithBearerToken"]
    resources = ["*"]
  }
}

resource "aws_organizations_policy" "no_api_keys" {
  name    = "no-bedrock-api-keys"
  type    = "SERVICE_CONTROL_POLICY"
  content = data.aws_iam_policy_document.no_api_keys.json
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-permissions.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM10 Unbounded Consumption',
    'MITRE ATLAS: AML.T0012 Valid Accounts',
    'NIST 800-53: IA-5 Authenticator Management',
    'SOC 2: CC6.1 Logical access',
  ],
  needs: ['effective-access'],
  evaluate: (input) =>
    judgePrincipals(input, (access) =>
      concernsModels(access) ? judgeActions(access, ACTIONS) : null,
    ),
});
