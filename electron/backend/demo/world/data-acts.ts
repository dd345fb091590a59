import { addDays, type Day, daysIn, weekdayOf } from '../../../../shared/model/period.ts';
import { agentCoreArn, agentCoreId, SHOP } from './agentcore/names.ts';
import { drawAgentSteps } from './agents/agent-calls.ts';
import { agentAliasArn } from './agents/agent-templates.ts';
import { flowArn } from './agents/flow-templates.ts';

import {
  knowledgeBaseArn,
  knowledgeBaseId,
  PLACE,
  type Place,
  tenCharacterId,
} from './agents/names.ts';
import { type Calendar, timeOn } from './calendar.ts';
import { callerOf, sourceAddress } from './callers.ts';
import type { ActUse, ManagementAct } from './cloudtrail-record.ts';
import { guardrailArnOf, guardrailId } from './guardrails/guardrail-ids.ts';
import type { MantleCall } from './mantle/mantle-calls.ts';
import { principalNamed } from './principals.ts';
import { createRandom, type Random } from './random.ts';

/** What a data event is about, besides who did it and when. */
type Use = Pick<
  ManagementAct,
  'eventName' | 'requestParameters' | 'responseElements' | 'resources'
>;

/** Something that is used on weekdays, some times each. */
interface DataUse {
  readonly place: Place;
  readonly principal: string;
  readonly times: number;
  readonly use: (random: Random) => Use;
  /** Draws what is counted of it, from a stream of its own. */
  readonly metered?: (random: Random) => ActUse;
}

const HIDDEN = 'HIDDEN_DUE_TO_SECURITY_REASONS';
const CONCIERGE = agentAliasArn(PLACE.shop, 'storefront-concierge', 'live');
const [CONCIERGE_AGENT = '', CONCIERGE_ALIAS = ''] = CONCIERGE.split('/').slice(1);
const FLOW = flowArn(PLACE.shop, 'order-intake');
const FLOW_ALIAS = tenCharacterId('flow-alias', PLACE.shop, 'order-intake/live');
const GATEWAY = agentCoreArn(SHOP, `gateway/${agentCoreId('gateway', SHOP, 'legacy-tools')}`);

const USES: readonly DataUse[] = [
  {
    place: PLACE.shop,
    principal: 'storefront-agents',
    times: 3,
    use: invokeAgent,
    metered: drawAgentSteps,
  },
  { place: PLACE.shop, principal: 'storefront-agents', times: 2, use: invokeFlow },
  {
    place: PLACE.shop,
    principal: 'checkout-assistant',
    times: 2,
    use: applyGuardrail,
    metered: guardrailUse,
  },
  { place: PLACE.shop, principal: 'checkout-assistant', times: 3, use: retrieveCatalog },
  { place: PLACE.support, principal: 'support-chat', times: 3, use: retrieveRunbooks },
  { place: PLACE.shop, principal: 'storefront-agents', times: 2, use: invokeGateway },
];

/**
 * Data events: agents (when they have answered), knowledge bases, guardrails, flows and gateways in
 * use, and every inference through Mantle. Trails that record their resource types have them; LookupEvents never has.
 */
export function createDataActs(
  calendar: Calendar,
  seed: number,
  mantleCalls: readonly MantleCall[],
): readonly ManagementAct[] {
  const days = daysIn({ from: calendar.firstDay, to: addDays(calendar.today, 1) });
  const used = days
    .filter((day) => weekdayOf(day) < 5)
    .flatMap((day) => USES.flatMap((use, index) => actsOn(use, day, `${seed}/data/${index}`)));
  return [...used, ...mantleCalls.map(mantleAct), refusedGatewayCall(calendar, seed)].filter(
    ({ time, metered }) => time + (metered?.steps?.at(-1)?.afterMs ?? 0) <= calendar.nowMs,
  );
}

function actsOn(data: DataUse, day: Day, stream: string): readonly ManagementAct[] {
  const random = createRandom(`${stream}/${day}`);
  const principal = principalNamed(data.place.accountId, data.principal);
  return Array.from({ length: random.integer(1, data.times) }, (_, index) => ({
    time: timeOn(day, random.integer(8, 20), random.integer(0, 59), random.integer(0, 59)),
    eventId: random.uuid(),
    requestId: random.uuid(),
    service: 'bedrock',
    ...data.place,
    caller: callerOf(principal, random.pick(principal.sessions), day),
    sourceIp: sourceAddress(principal.network, random),
    userAgent: principal.userAgent,
    readOnly: true,
    data: true,
    ...data.use(random),
    ...(data.use === invokeGateway ? { service: 'bedrock-agentcore' } : {}),
    ...meteredUse(data, `${stream}/${day}/metered/${index}`),
  }));
}

function meteredUse({ metered }: DataUse, stream: string): Pick<ManagementAct, 'metered'> {
  return metered === undefined ? {} : { metered: metered(createRandom(stream)) };
}

/** A shopper's message or a page of text. */
function guardrailUse(random: Random): ActUse {
  return { textUnits: random.integer(1, 3) };
}

function invokeAgent(random: Random): Use {
  return {
    eventName: 'InvokeAgent',
    requestParameters: {
      agentId: CONCIERGE_AGENT,
      agentAliasId: CONCIERGE_ALIAS,
      sessionId: random.uuid(),
      inputText: HIDDEN,
    },
    resources: [{ type: 'AWS::Bedrock::AgentAlias', arn: CONCIERGE }],
  };
}

function invokeFlow(): Use {
  return {
    eventName: 'InvokeFlow',
    requestParameters: {
      flowIdentifier: FLOW.split('/')[1] ?? '',
      flowAliasIdentifier: FLOW_ALIAS,
    },
    resources: [{ type: 'AWS::Bedrock::FlowAlias', arn: `${FLOW}/alias/${FLOW_ALIAS}` }],
  };
}

function applyGuardrail(random: Random): Use {
  const intervened = random.chance(0.1);
  const { accountId, region } = PLACE.shop;
  return {
    eventName: 'ApplyGuardrail',
    requestParameters: {
      guardrailIdentifier: guardrailId(accountId, 'storefront'),
      guardrailVersion: '3',
      source: 'INPUT',
    },
    responseElements: {
      action: intervened ? 'GUARDRAIL_INTERVENED' : 'NONE',
      assessments: intervened ? [VIOLATION] : [],
    },
    resources: [
      { type: 'AWS::Bedrock::Guardrail', arn: guardrailArnOf(accountId, region, 'storefront') },
    ],
  };
}

const VIOLATION = {
  contentPolicy: {
    filters: [{ type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'BLOCKED', detected: true }],
  },
};

function retrieveCatalog(random: Random): Use {
  return retrieve(PLACE.shop, 'catalog', random.chance(0.5) ? 'RetrieveAndGenerate' : 'Retrieve');
}

function retrieveRunbooks(): Use {
  return retrieve(PLACE.support, 'runbooks', 'Retrieve');
}

function retrieve(place: Place, name: string, eventName: string): Use {
  return {
    eventName,
    requestParameters: {
      knowledgeBaseId: knowledgeBaseId(place, name),
      retrievalQuery: HIDDEN,
    },
    resources: [{ type: 'AWS::Bedrock::KnowledgeBase', arn: knowledgeBaseArn(place, name) }],
  };
}

function invokeGateway(random: Random): Use {
  return {
    eventName: 'InvokeGateway',
    requestParameters: {
      body: { jsonrpc: '2.0', id: random.integer(1, 90), method: 'tools/list' },
    },
    responseElements: { statusCode: 200, contentType: 'application/json' },
    resources: [{ type: 'AWS::BedrockAgentCore::Gateway', arn: GATEWAY }],
  };
}

/** Somebody without a valid token: no error code, the failure stands in the response alone. */
function refusedGatewayCall(calendar: Calendar, seed: number): ManagementAct {
  const random = createRandom(`${seed}/data/refused`);
  const principal = principalNamed(SHOP.accountId, 'storefront-agents');
  return {
    time: timeOn(calendar.jackingDay, 2, 48),
    eventId: random.uuid(),
    requestId: random.uuid(),
    service: 'bedrock-agentcore',
    ...SHOP,
    caller: callerOf(principal, null, calendar.jackingDay),
    anonymous: true,
    sourceIp: '192.0.2.66',
    userAgent: 'python-httpx/0.28.1',
    readOnly: false,
    data: true,
    eventName: 'InvokeGateway',
    requestParameters: { body: { jsonrpc: '2.0', id: 0, method: 'initialize' } },
    responseElements: {
      statusCode: 401,
      contentType: 'application/json',
      body: { jsonrpc: '2.0', id: 0, error: { code: -32001, message: 'Invalid Bearer token' } },
    },
    resources: [{ type: 'AWS::BedrockAgentCore::Gateway', arn: GATEWAY }],
  };
}

function mantleAct(call: MantleCall): ManagementAct {
  const { accountId, region, bearerToken } = call;
  const project = `arn:aws:bedrock-mantle:${region}:${accountId}:project/${call.project}`;
  return {
    time: call.time,
    eventId: call.eventId,
    requestId: call.requestId,
    service: 'bedrock-mantle',
    accountId,
    region,
    caller: call.caller,
    sourceIp: call.sourceIp,
    userAgent: call.userAgent,
    readOnly: false,
    data: true,
    eventName: 'CreateInference',
    requestParameters: {
      model: call.modelId,
      stream: true,
      service_tier: 'default',
      metadata: call.metadata,
      ...(bearerToken === null ? {} : { callWithBearerToken: true, bearerTokenType: bearerToken }),
    },
    resources: [{ type: 'AWS::BedrockMantle::Project', arn: project }],
    ...(call.errorCode === null ? {} : { errorCode: call.errorCode }),
  };
}

/** The resource types of the data events of this world, as a trail's selectors name them. */
export const DATA_RESOURCE_TYPES: readonly string[] = [
  'AWS::Bedrock::AgentAlias',
  'AWS::Bedrock::FlowAlias',
  'AWS::Bedrock::Guardrail',
  'AWS::Bedrock::KnowledgeBase',
  'AWS::BedrockAgentCore::Gateway',
  'AWS::BedrockMantle::Project',
];
