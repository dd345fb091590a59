import { expect, test } from 'vitest';
import { describeAgent } from '../../../renderer/inventory/describe-agent.ts';
import { factText } from '../../../renderer/inventory/facts.ts';
import type { Agent, AgentAlias } from '../../../shared/model/dataset.ts';
import { agentWith, refused, told } from '../../helpers/fixture/knowledge.ts';

function textsOf(agent: Agent): Readonly<Record<string, string>> {
  return Object.fromEntries(describeAgent(agent).facts.map((fact) => [fact.id, factText(fact)]));
}

const GUARDRAIL = { guardrailIdentifier: 'gr7x2k9q', guardrailVersion: '3' };

test('an agent tells what stands behind its alias', () => {
  expect(textsOf(agentWith('a', told(GUARDRAIL)))).toMatchObject({
    aliases: 'live → 1',
    guardrail: 'live → 1: gr7x2k9q v3',
    models: 'Claude Haiku 4.5',
    role: 'AmazonBedrockExecutionRoleForAgents_claims',
    'knowledge-bases': 'ID-manuals',
    'action-groups': 'none',
    ttl: '10 min',
    memory: 'off',
    key: "AWS's own key",
  });
});

test.each([
  ['no guardrail warns', told(null), 'live → 1: none', true],
  [
    'an ARN is told by its id, DRAFT by its name',
    told({
      guardrailIdentifier: 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr7x',
      guardrailVersion: 'DRAFT',
    }),
    'live → 1: gr7x DRAFT',
    false,
  ],
])('%s', (_, guardrail, text, warns) => {
  const fact = describeAgent(agentWith('a', guardrail)).facts.find(({ id }) => id === 'guardrail');
  expect(fact?.values).toMatchObject([{ text, ...(warns && { warns }) }]);
  expect(fact?.values[0]?.warns ?? false).toBe(warns);
});

test('what was not read says so in every fact that needs it, and nothing says none', () => {
  const texts = textsOf(agentWith('a', refused('bedrock:GetAgentVersion')));
  for (const id of ['guardrail', 'models', 'role', 'key', 'ttl', 'memory']) {
    expect(texts[id]).toBe('not read: bedrock:GetAgentVersion');
  }
  const hidden = agentWith('a', told(GUARDRAIL), { aliases: refused('bedrock:ListAgentAliases') });
  expect(textsOf(hidden)).toMatchObject({
    aliases: 'not read: bedrock:ListAgentAliases',
    guardrail: 'not read: bedrock:ListAgentAliases',
    models: 'Claude Haiku 4.5',
  });
});

test('a version that an alias routes to and nobody listed is not a missing guardrail', () => {
  const alias: AgentAlias = {
    agentAliasId: 'A2',
    agentAliasName: 'next',
    agentAliasStatus: 'PREPARED',
    aliasInvocationState: 'REJECT_INVOCATIONS',
    agentVersions: ['9'],
  };
  const texts = textsOf(agentWith('a', told(GUARDRAIL), { aliases: told([alias]) }));
  expect(texts.aliases).toBe('next → 9 (rejects calls)');
  expect(texts.guardrail).toBe('not read: The version was not listed.');
});
