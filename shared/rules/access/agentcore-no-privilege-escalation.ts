import { roleUserOf, together } from '../agent-roles.ts';
import { judgeRoles } from '../judge-roles.ts';
import { defineRule } from '../rule.ts';
import { ESCALATING_ACTIONS, wideGrants } from '../wide-grants.ts';

/** Roles of AgentCore have no action that turns them into other roles. */
export const agentcoreNoPrivilegeEscalation = defineRule({
  id: 'agentcore-no-privilege-escalation',
  title: 'Roles of AgentCore cannot widen their rights',
  severity: 'high',
  theme: 'access',
  rationale:
    'Code in a runtime or code interpreter of AgentCore works with the credentials of its role, and a prompt may decide what it runs. With iam:PassRole, sts:AssumeRole, iam:CreatePolicyVersion or the like on every resource it takes any rights of the account. Judged by the policies, groups and boundary of the role; organisation policies are not counted off.',
  remediation: {
    console:
      'IAM console, Roles, the role named, Permissions: remove the actions named, or name the one role they are for; set a permissions boundary.',
    cli: 'aws iam get-role-policy --role-name ROLE --policy-name POLICY\naws iam put-role-policy --role-name ROLE --policy-name POLICY --policy-document file://narrow.json\naws iam put-role-permissions-boundary --role-name ROLE --permissions-boundary BOUNDARY_POLICY_ARN',
    terraform: `resource "aws_iam_role" "agentcore" {
  name                 = var.agentcore_role_name
  assume_role_policy   = data.aws_iam_policy_document.agentcore_trust.json
  permissions_boundary = aws_iam_policy.agentcore_boundary.arn
}

resource "aws_iam_policy" "agentcore_boundary" {
  name = "agentcore-boundary"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["bedrock:InvokeModel*", "logs:*", "xray:Put*", "cloudwatch:PutMetricData"], Resource = "*" },
    ]
  })
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM06 Excessive Agency',
    'MITRE ATT&CK: T1098.003 Additional Cloud Roles',
    'NIST 800-53: AC-6 Least Privilege',
    'SOC 2: CC6.3 Least privilege',
    'AWS Well-Architected Generative AI Lens: GENSEC05-BP01 Least privilege and permissions boundaries for agentic workflows',
  ],
  needs: [
    'agentcore-runtimes',
    'agentcore-gateways',
    'agentcore-memories',
    'agentcore-browsers',
    'agentcore-code-interpreters',
    'account-authorization',
  ],
  evaluate: (input) => {
    const runtimes = input.items('agentcore-runtimes').flatMap(({ agentRuntimeName, versions }) =>
      versions.map(({ agentRuntimeVersion, settings }) => {
        const user = `runtime ${agentRuntimeName}`;
        const resource = `${user} ${agentRuntimeVersion}`;
        const place = { dataset: 'agentcore-runtimes', user, resource } as const;
        return roleUserOf(place, settings, ({ roleArn }) => roleArn);
      }),
    );
    const gateways = input.items('agentcore-gateways').map(({ name, settings }) => {
      const user = `gateway ${name}`;
      const place = { dataset: 'agentcore-gateways', user, resource: user } as const;
      return roleUserOf(place, settings, ({ roleArn }) => roleArn);
    });
    const memories = input.items('agentcore-memories').map(({ memoryId, settings }) => {
      const user = `memory ${memoryId}`;
      const place = { dataset: 'agentcore-memories', user, resource: user } as const;
      return roleUserOf(place, settings, (memory) => memory.memoryExecutionRoleArn);
    });
    const browsers = input.items('agentcore-browsers').map(({ name, settings }) => {
      const user = `browser ${name}`;
      const place = { dataset: 'agentcore-browsers', user, resource: user } as const;
      return roleUserOf(place, settings, ({ executionRoleArn }) => executionRoleArn);
    });
    const interpreters = input.items('agentcore-code-interpreters').map(({ name, settings }) => {
      const user = `code interpreter ${name}`;
      const place = { dataset: 'agentcore-code-interpreters', user, resource: user } as const;
      return roleUserOf(place, settings, ({ executionRoleArn }) => executionRoleArn);
    });
    const all = together([...runtimes, ...gateways, ...memories, ...browsers, ...interpreters]);
    return judgeRoles(input, all, (policies) => wideGrants(policies, ESCALATING_ACTIONS));
  },
});
