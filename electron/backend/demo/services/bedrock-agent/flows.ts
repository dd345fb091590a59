import type { Flow, FlowSettings } from '../../../../../shared/model/dataset.ts';
import { requiredText } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { bedrockPage } from '../bedrock/bedrock-page.ts';
import { flowDefinition } from './flow-wire.ts';
import { agentResource, notFound } from './resources.ts';

const MADE = '2026-05-20T14:00:00Z';
const resource = agentResource('flow', 'flowIdentifier');

/** Flows, their versions and aliases. */
export const flowOperations: Readonly<Record<string, Operation>> = {
  ListFlows: { http: 'GET /flows/', action: 'bedrock:ListFlows', run: listFlows },
  GetFlow: {
    http: 'GET /flows/{flowIdentifier}/',
    action: 'bedrock:GetFlow',
    resource,
    run: getFlow,
  },
  GetFlowVersion: {
    http: 'GET /flows/{flowIdentifier}/versions/{flowVersion}/',
    action: 'bedrock:GetFlowVersion',
    resource,
    run: getFlowVersion,
  },
  ListFlowAliases: {
    http: 'GET /flows/{flowIdentifier}/aliases',
    action: 'bedrock:ListFlowAliases',
    resource,
    run: listFlowAliases,
  },
};

/** By id or ARN. */
function findFlow(call: Call): Flow {
  const id = requiredText(call.input, 'flowIdentifier');
  const flow = call.world
    .flows(call.identity.accountId, call.region)
    .find((one) => one.flowId === id || one.flowArn === id);
  if (flow === undefined) throw notFound(`The flow ${id} could not be found.`);
  return flow;
}

function settingsOf(flow: Flow, version: string): FlowSettings {
  const found = flow.versions.find(({ flowVersion }) => flowVersion === version);
  if (found === undefined) throw notFound(`The flow has no version ${version}.`);
  return knownValue(found.settings);
}

function listFlows(call: Call): object {
  const page = bedrockPage(call, call.world.flows(call.identity.accountId, call.region));
  return {
    flowSummaries: page.items.map((flow) => ({ ...heading(flow), version: 'DRAFT' })),
    nextToken: page.next,
  };
}

function heading(flow: Flow): object {
  return {
    name: flow.name,
    id: flow.flowId,
    arn: flow.flowArn,
    status: flow.status,
    createdAt: MADE,
    updatedAt: flow.updatedAt ?? MADE,
  };
}

function getFlow(call: Call): object {
  const flow = findFlow(call);
  const settings = settingsOf(flow, 'DRAFT');
  return {
    ...heading(flow),
    ...described(settings),
    version: 'DRAFT',
    validations: settings.validations?.map(({ type, ...validation }) => ({
      ...validation,
      type: type ?? undefined,
    })),
  };
}

function getFlowVersion(call: Call): object {
  const flow = findFlow(call);
  const version = requiredText(call.input, 'flowVersion');
  const settings = settingsOf(flow, version);
  const { name, flowId: id, flowArn: arn } = flow;
  return { name, id, arn, createdAt: MADE, ...described(settings), version };
}

function described(settings: FlowSettings): object {
  return {
    status: settings.status,
    executionRoleArn: settings.executionRoleArn ?? undefined,
    customerEncryptionKeyArn: settings.customerEncryptionKeyArn ?? undefined,
    definition: flowDefinition(settings),
  };
}

function listFlowAliases(call: Call): object {
  const flow = findFlow(call);
  const page = bedrockPage(call, knownValue(flow.aliases));
  return {
    flowAliasSummaries: page.items.map(({ flowAliasId, name, flowVersions }) => ({
      name,
      routingConfiguration: flowVersions.map((flowVersion) => ({ flowVersion })),
      flowId: flow.flowId,
      id: flowAliasId,
      arn: `${flow.flowArn}/alias/${flowAliasId}`,
      createdAt: MADE,
      updatedAt: MADE,
    })),
    nextToken: page.next,
  };
}
