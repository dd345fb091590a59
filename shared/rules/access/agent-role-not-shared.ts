import { principalLabel } from '../../model/principal.ts';
import { agentRoles } from '../agent-roles.ts';
import { unreadVerdict, usedRoles } from '../judge-roles.ts';
import { defineRule } from '../rule.ts';

/** No two agents of a Region work as the same role. */
export const agentRoleNotShared = defineRule({
  id: 'agent-role-not-shared',
  title: 'Every agent has a role of its own',
  severity: 'high',
  theme: 'access',
  rationale:
    'Agents that share a role have each other’s rights: the one that answers the public reaches the data of the one that works inside, and CloudTrail cannot tell which of them acted. Agents of one Region are compared.',
  remediation: {
    console:
      'Amazon Bedrock console, Agents, each agent but one, Edit, Permissions: create and use a new service role; prepare the agent and point its alias at a new version.',
    cli: 'aws bedrock-agent get-agent --agent-id AGENT_ID > agent.json\naws bedrock-agent update-agent --agent-id AGENT_ID --agent-name NAME --foundation-model MODEL_ID --agent-resource-role-arn NEW_ROLE_ARN --instruction "THE SAME INSTRUCTION"\naws bedrock-agent prepare-agent --agent-id AGENT_ID',
    terraform: `resource "aws_iam_role" "agent" {
  for_each           = var.agents
  name               = "AmazonBedrockExecutionRoleForAgents_\${each.key}"
  assume_role_policy = data.aws_iam_policy_document.bedrock_agents_trust.json
}

resource "aws_bedrockagent_agent" "this" {
  for_each                = var.agents
  agent_name              = each.key
  foundation_model        = each.value.foundation_model
  instruction             = each.value.instruction
  agent_resource_role_arn = aws_iam_role.agent[each.key].arn
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  ],
  frameworks: [
    'OWASP LLM Top 10 2025: LLM06 Excessive Agency',
    'NIST 800-53: AC-5 Separation of Duties',
    'NIST 800-53: AU-10 Non-repudiation',
    'SOC 2: CC6.3 Least privilege',
  ],
  needs: ['agents'],
  evaluate: (input) => {
    const agents = input.items('agents');
    const { users, unread } = agentRoles(agents);
    const judged = usedRoles(users).map(({ roleArn, users: names }) => {
      const shared = names.length > 1;
      const who = `${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
      const reason = shared
        ? `${principalLabel(roleArn)} is the role of ${names.length} agents: ${who}.`
        : `${principalLabel(roleArn)} is the role of ${who} alone.`;
      const of = agents.filter(({ agentName }) => names.includes(`agent ${agentName}`));
      const evidence = [input.evidence('agents', of)];
      return { resource: roleArn, status: shared ? 'fail' : 'pass', reason, evidence } as const;
    });
    return [...judged, ...unread.map(unreadVerdict)];
  },
});
