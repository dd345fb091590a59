import { BedrockAgent } from '@aws-sdk/client-bedrock-agent';
import { BedrockAgentCoreControl } from '@aws-sdk/client-bedrock-agentcore-control';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import { worldAt } from '../../../../helpers/world-at.ts';

const world = worldAt('2026-11-20T12:00:00Z');
const account = accountForTests(world, { clock: () => 0 });
const PROD = '222233334444';
const US_EAST = 'us-east-1';

let agent: BedrockAgent;
let agentCore: BedrockAgentCoreControl;

beforeAll(async () => {
  const RoleArn = world.readerRoleArns.find((arn) => arn.includes(PROD)) ?? '';
  const input = { RoleArn, RoleSessionName: 'wire' };
  const { Credentials } = await new STSClient(account.config()).send(new AssumeRoleCommand(input));
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
  const config = account.config({ credentials, region: US_EAST });
  agent = new BedrockAgent(config);
  agentCore = new BedrockAgentCoreControl(config);
});

describe('lists come in pages', () => {
  test('of agents, by tokens of the same list only', async () => {
    const names: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await agent.listAgents({ maxResults: 1, nextToken });
      expect(page.agentSummaries).toHaveLength(1);
      names.push(page.agentSummaries?.[0]?.agentName);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(names).toEqual(world.agents(PROD, US_EAST).map(({ agentName }) => agentName));
    const { nextToken: foreign } = await agent.listAgents({ maxResults: 1 });
    await expect(agent.listPrompts({ nextToken: foreign })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  test('of gateways and identities, each with its own greatest page', async () => {
    const page = await agentCore.listGateways({ maxResults: 1 });
    expect(page.items).toHaveLength(1);
    const rest = await agentCore.listGateways({ maxResults: 1000, nextToken: page.nextToken });
    expect(rest.nextToken).toBeUndefined();
    await expect(agentCore.listWorkloadIdentities({ maxResults: 21 })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    await expect(agentCore.listMemories({ maxResults: 101 })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  test('of ingestion jobs, newest first where that is asked for', async () => {
    const [base] = world.knowledgeBases(PROD, US_EAST);
    const sources = base?.dataSources.read ? base.dataSources.value : [];
    const asked = {
      knowledgeBaseId: base?.knowledgeBaseId,
      dataSourceId: sources[0]?.dataSourceId,
      maxResults: 2,
    };
    const [newest, oldest] = await Promise.all([
      agent.listIngestionJobs({
        ...asked,
        sortBy: { attribute: 'STARTED_AT', order: 'DESCENDING' },
      }),
      agent.listIngestionJobs(asked),
    ]);
    const started = (page: typeof newest) =>
      page.ingestionJobSummaries?.map(({ startedAt }) => startedAt?.getTime() ?? 0) ?? [];
    expect(started(newest)).toEqual([...started(newest)].sort((a, b) => b - a));
    expect(started(newest)[0]).toBeGreaterThan(started(oldest)[0] ?? 0);
  });
});

describe('what is not there', () => {
  test.each([
    ['an agent', () => agent.getAgent({ agentId: 'NOSUCHONE1' })],
    ['a flow', () => agent.getFlow({ flowIdentifier: 'NOSUCHONE1' })],
    ['a prompt', () => agent.getPrompt({ promptIdentifier: 'NOSUCHONE1' })],
    ['a knowledge base', () => agent.getKnowledgeBase({ knowledgeBaseId: 'NOSUCHONE1' })],
    ['a policy', () => agent.getResourcePolicy({ resourceArn: 'arn:aws:bedrock:x:y:z/1' })],
    ['a runtime', () => agentCore.getAgentRuntime({ agentRuntimeId: 'no-such00001' })],
    ['a policy of a runtime', () => agentCore.getResourcePolicy({ resourceArn: 'arn:aws:x' })],
  ])('%s', async (_what, ask) => {
    await expect(ask()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

test('bedrock and bedrock-agent answer resource policies each by its own path', async () => {
  const shared = world
    .agentResourcePolicies(PROD, US_EAST)
    .find(({ policy }) => policy.read && policy.value !== null);
  const answer = await agent.getResourcePolicy({ resourceArn: shared?.resourceArn });
  expect(shared?.policy).toEqual({ read: true, value: answer.policy?.toString() });
  expect(answer.revisionId).toBeDefined();
});

test('versions of a runtime are told apart', async () => {
  const watcher = world
    .agentCoreRuntimes(PROD, US_EAST)
    .find(({ agentRuntimeName }) => agentRuntimeName === 'price_watcher');
  const agentRuntimeId = watcher?.agentRuntimeId;
  const [newest, first] = await Promise.all([
    agentCore.getAgentRuntime({ agentRuntimeId }),
    agentCore.getAgentRuntime({ agentRuntimeId, agentRuntimeVersion: '1' }),
  ]);
  expect(newest.networkConfiguration?.networkMode).toBe('VPC');
  expect(first.networkConfiguration?.networkMode).toBe('PUBLIC');
});
