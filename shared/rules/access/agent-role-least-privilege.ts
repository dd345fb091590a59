import { agentRoles } from '../agent-roles.ts';
import { judgeRoles } from '../judge-roles.ts';
import { defineRule } from '../rule.ts';
import { ESCALATING_ACTIONS, wideGrants } from '../wide-grants.ts';

/** What an agent is talked into first, where it is allowed on every resource. */
const TOO_WIDE = [
  ...ESCALATING_ACTIONS,
  'bedrock:InvokeModel',
  'bedrock:DeleteGuardrail',
  'bedrock:Retrieve',
  'lambda:InvokeFunction',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  'dynamodb:GetItem',
  'dynamodb:DeleteItem',
  'kms:Decrypt',
] as const;

/** The roles of agents name the models, functions and data that they are for. */
export const agentRoleLeastPrivilege = defineRule({
  id: 'agent-role-least-privilege',
  title: 'Roles of agents are scoped to what the agent is for',
  severity: 'high',
  theme: 'access',
  rationale:
    'What an agent reads decides what it does: a document or a mail can tell it to use whatever its role may. A role that may call every model, run every function, read every secret or pass every role makes of that the account’s problem. Judged by the policies, groups and boundary of the role; organisation policies are not counted off.',
  remediation: {
    console:
      'IAM console, Roles, the role named, Permissions: replace * by the ARNs of the agent’s model, inference profile, knowledge bases, guardrail and functions; remove iam:, sts: and whole-service actions.',
    cli: `aws iam put-role-policy --role-name ROLE --policy-name agent --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["bedrock:InvokeModel","bedrock:InvokeModelWithResponseStream"],"Resource":["MODEL_ARN","PROFILE_ARN"]},{"Effect":"Allow","Action":"bedrock:ApplyGuardrail","Resource":"GUARDRAIL_ARN"},{"Effect":"Allow","Action":"bedrock:Retrieve","Resource":"KNOWLEDGE_BASE_ARN"}]}'`,
    terraform: `resource "aws_iam_role_policy" "agent" {
  name = "agent"
  role = var.agent_role_name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"], Resource = var.model_and_profile_arns },
      { Effect = "Allow", Action = "bedrock:ApplyGuardrail", Resource = var.guardrail_arn },
      { Effect = "Allow", Action = "bedrock:Retrieve", Resource = var.knowledge_base_arn },
    ]
  })
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM06 Excessive Agency',
    'OWASP LLM Top 10 2025: LLM01 Prompt Injection',
    'MITRE ATLAS: AML.T0053 LLM Plugin Compromise',
    'NIST 800-53: AC-6 Least Privilege',
    'SOC 2: CC6.3 Least privilege',
    'AWS Well-Architected Generative AI Lens: GENSEC05-BP01 Least privilege and permissions boundaries for agentic workflows',
  ],
  needs: ['agents', 'account-authorization'],
  evaluate: (input) =>
    judgeRoles(input, agentRoles(input.items('agents')), (policies) =>
      wideGrants(policies, TOO_WIDE),
    ),
});
