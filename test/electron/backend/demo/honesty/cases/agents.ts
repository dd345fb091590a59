import type { Part } from '../../../../../../shared/model/dataset.ts';
import { type CaseFrom, call, DEFAULT_ACCOUNT, DEFAULT_REGION, world } from '../honesty-case.ts';

const places = world.accounts.flatMap(({ accountId, regions }) =>
  regions.map((region) => ({ accountId, region })),
);

function listOf<T>(part: Part<readonly T[]>): readonly T[] {
  return part.read ? part.value : [];
}

const agentCases = everywhere((from) => [
  call('bedrockAgent', 'ListAgents', { maxResults: 2 }, from),
  ...world
    .agents(from.accountId, from.region)
    .flatMap(({ agentId, versions }) => [
      call('bedrockAgent', 'GetAgent', { agentId }, from),
      call('bedrockAgent', 'ListAgentAliases', { agentId, maxResults: 1 }, from),
      ...firstTwo(versions).flatMap(({ agentVersion, actionGroups }) => [
        ...[
          'GetAgentVersion',
          'ListAgentActionGroups',
          'ListAgentCollaborators',
          'ListAgentKnowledgeBases',
        ].map((command) => call('bedrockAgent', command, { agentId, agentVersion }, from)),
        ...listOf(actionGroups).map(({ actionGroupId }) =>
          call(
            'bedrockAgent',
            'GetAgentActionGroup',
            { agentId, agentVersion, actionGroupId },
            from,
          ),
        ),
      ]),
    ]),
]);

const knowledgeCases = everywhere((from) => [
  call('bedrockAgent', 'ListKnowledgeBases', { maxResults: 3 }, from),
  ...world
    .knowledgeBases(from.accountId, from.region)
    .flatMap(({ knowledgeBaseId, dataSources }) => [
      call('bedrockAgent', 'GetKnowledgeBase', { knowledgeBaseId }, from),
      call('bedrockAgent', 'ListDataSources', { knowledgeBaseId }, from),
      ...listOf(dataSources).flatMap(({ dataSourceId }) => [
        call('bedrockAgent', 'GetDataSource', { knowledgeBaseId, dataSourceId }, from),
        call(
          'bedrockAgent',
          'ListIngestionJobs',
          { knowledgeBaseId, dataSourceId, maxResults: 4 },
          from,
        ),
      ]),
    ]),
]);

const flowCases = everywhere((from) => [
  call('bedrockAgent', 'ListFlows', {}, from),
  ...world
    .flows(from.accountId, from.region)
    .flatMap(({ flowId: flowIdentifier, versions }) => [
      call('bedrockAgent', 'GetFlow', { flowIdentifier }, from),
      call('bedrockAgent', 'ListFlowAliases', { flowIdentifier }, from),
      ...versions
        .filter(({ flowVersion }) => flowVersion !== 'DRAFT')
        .map(({ flowVersion }) =>
          call('bedrockAgent', 'GetFlowVersion', { flowIdentifier, flowVersion }, from),
        ),
    ]),
]);

const promptCases = everywhere((from) => [
  call('bedrockAgent', 'ListPrompts', {}, from),
  ...world
    .prompts(from.accountId, from.region)
    .flatMap(({ promptId: promptIdentifier }) => [
      call('bedrockAgent', 'ListPrompts', { promptIdentifier }, from),
      call('bedrockAgent', 'GetPrompt', { promptIdentifier }, from),
    ]),
]);

const policyCases = world
  .agentResourcePolicies(DEFAULT_ACCOUNT, DEFAULT_REGION)
  .filter(({ policy }) => policy.read && policy.value !== null)
  .map(({ resourceArn }) => call('bedrockAgent', 'GetResourcePolicy', { resourceArn }));

export const bedrockAgentCases = [
  ...agentCases,
  ...knowledgeCases,
  ...flowCases,
  ...promptCases,
  ...policyCases,
];

/** Others have the same members; each case costs three clients. */
function firstTwo<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, 2);
}

/** Cases for every place where the world has something, and one for where it has nothing. */
function everywhere<T>(casesIn: (from: Required<CaseFrom>) => readonly T[]): readonly T[] {
  const inhabited = places.filter(
    ({ accountId, region }) =>
      world.agents(accountId, region).length > 0 ||
      world.knowledgeBases(accountId, region).length > 0 ||
      world.flows(accountId, region).length > 0,
  );
  const quiet = { accountId: DEFAULT_ACCOUNT, region: 'ap-southeast-2' };
  return [...inhabited, quiet].flatMap(casesIn);
}
