import type { AccountAuthorization, ActionGroupFunction } from '../../model/dataset.ts';
import { principalLabel } from '../../model/principal.ts';
import { identityOf, identityPolicies } from '../identity-policies.ts';
import { openStatements } from '../open-statements.ts';
import { defineRule, type UnreadPart, type Verdict } from '../rule.ts';
import { ESCALATING_ACTIONS, wideGrants, wideText } from '../wide-grants.ts';

/** What no function of an agent needs on every resource. */
const TOO_WIDE = [
  ...ESCALATING_ACTIONS,
  'bedrock:InvokeModel',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  's3:GetObject',
  's3:DeleteObject',
  'dynamodb:GetItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'kms:Decrypt',
  'lambda:InvokeFunction',
] as const;

/** Functions that agents run have narrow roles, and let in only Bedrock on the account's behalf. */
export const actionGroupFunctionScoped = defineRule({
  id: 'action-group-function-scoped',
  title: 'Functions of agents are scoped in both directions',
  severity: 'medium',
  theme: 'access',
  rationale:
    'A function of an action group takes its arguments from a model, and so from whoever wrote what the model read. Its role bounds what these arguments can do; its resource policy who can send them past the agent and its guardrail. Judged by the policies, groups and boundary of the role; organisation policies are not counted off.',
  remediation: {
    console:
      'Lambda console, the function named, Configuration, Permissions: open its role and replace * by the ARNs it works on; under Resource-based policy statements keep bedrock.amazonaws.com with a source account or the agent’s ARN.',
    cli: 'aws lambda remove-permission --function-name FUNCTION --statement-id STATEMENT_ID\naws lambda add-permission --function-name FUNCTION --statement-id bedrock-agent --action lambda:InvokeFunction --principal bedrock.amazonaws.com --source-account ACCOUNT_ID --source-arn AGENT_ARN\naws iam put-role-policy --role-name ROLE --policy-name function --policy-document file://narrow.json',
    terraform: `resource "aws_lambda_permission" "bedrock_agent" {
  statement_id   = "bedrock-agent"
  action         = "lambda:InvokeFunction"
  function_name  = var.function_name
  principal      = "bedrock.amazonaws.com"
  source_account = data.aws_caller_identity.current.account_id
  source_arn     = var.agent_arn
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-lambda.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM06 Excessive Agency',
    'OWASP LLM Top 10 2025: LLM05 Improper Output Handling',
    'MITRE ATLAS: AML.T0053 LLM Plugin Compromise',
    'NIST 800-53: AC-6 Least Privilege',
    'AWS Well-Architected Generative AI Lens: GENSEC05-BP01 Least privilege and permissions boundaries for agentic workflows',
  ],
  needs: ['action-group-functions', 'account-authorization'],
  evaluate: (input) => {
    const authorization = input.items('account-authorization');
    const ofAgents = input
      .items('action-group-functions')
      .filter(({ uses }) => uses.some(({ dataset }) => dataset === 'agents'));
    const judged = ofAgents.flatMap((item): readonly Verdict[] => {
      const parts = [judgeRole(item, authorization), judgePolicy(item, input.accountId)];
      const resource = item.name;
      const evidence = [input.evidence('action-group-functions', item)];
      if (item.settings.read && item.settings.value === null) return [];
      return [{ resource, evidence, ...worst(parts) }];
    });
    return judged.length === 0 ? { nothing: 'no function is run by an agent here' } : judged;
  },
});

type Judged = Pick<Verdict, 'status' | 'reason' | 'unread'>;

/** A failure of either side decides; then what is not known. */
function worst(parts: readonly Judged[]): Judged {
  const status = (['fail', 'unknown'] as const).find((it) =>
    parts.some((one) => one.status === it),
  );
  const deciding = parts.filter((part) => part.status === (status ?? 'pass'));
  return {
    status: status ?? 'pass',
    reason: deciding.map(({ reason }) => reason).join(' '),
    unread: status === 'unknown' ? deciding.flatMap(({ unread }) => unread ?? []) : [],
  };
}

function judgeRole(
  { settings }: ActionGroupFunction,
  authorization: readonly AccountAuthorization[],
): Judged {
  if (!settings.read) return notRead('Its settings were', settings);
  const roleArn = settings.value?.roleArn ?? null;
  const role = roleArn === null ? null : identityOf(authorization, roleArn);
  if (role === null) {
    const reason = `Its role ${roleArn === null ? 'is not told' : `${roleArn} is none of the account's`}.`;
    return { status: 'unknown', reason };
  }
  const policies = identityPolicies(authorization, role);
  const wide = wideGrants(policies, TOO_WIDE);
  const name = principalLabel(role.arn);
  if (wide.length > 0) {
    return { status: 'fail', reason: `Its role ${name} may use ${wideText(wide)}.` };
  }
  if (policies.unread.length > 0) {
    const reason = `Its role ${name} has policies that were not read: ${policies.unread.join(', ')}.`;
    return { status: 'unknown', reason };
  }
  return {
    status: 'pass',
    reason: `Its role ${name} is allowed no action that this rule watches on every resource.`,
  };
}

function judgePolicy({ resourcePolicy }: ActionGroupFunction, accountId: string): Judged {
  if (!resourcePolicy.read) return notRead('Its resource policy was', resourcePolicy);
  if (resourcePolicy.value === null)
    return { status: 'pass', reason: 'It has no resource policy.' };
  const { problem, open } = openStatements(resourcePolicy.value, accountId);
  if (problem !== null) {
    return { status: 'unknown', reason: `Its resource policy cannot be judged: ${problem}.` };
  }
  if (open.length === 0)
    return { status: 'pass', reason: 'Its resource policy lets in whom it names.' };
  return { status: 'fail', reason: `Its resource policy lets in ${open.join(', ')}.` };
}

function notRead(what: string, { outcome }: Pick<UnreadPart, 'outcome'>): Judged {
  const reason = `${what} not read: ${outcome.reason}.`;
  return { status: 'unknown', reason, unread: [{ dataset: 'action-group-functions', outcome }] };
}
