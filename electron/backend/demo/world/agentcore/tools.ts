import type {
  AgentCoreBrowser,
  AgentCoreCodeInterpreter,
  AgentCoreMemory,
  AgentCoreNetwork,
  BrowserSettings,
  MemorySettings,
} from '../../../../../shared/model/dataset.ts';
import { known } from '../agents/known.ts';
import { AGENT_KEYS, DOCUMENT_BUCKETS, type Place } from '../agents/names.ts';
import { serviceRoleArn } from '../agents/roles.ts';
import {
  agentCoreArn,
  agentCoreId,
  PRIVATE_NETWORK,
  PUBLIC_NETWORK,
  SCIENCE,
  SHOP,
} from './names.ts';

const SANDBOX_NETWORK = { networkMode: 'SANDBOX', subnets: [], securityGroups: [] };
const RESEARCH_ROLE = serviceRoleArn(SCIENCE.accountId, 'agentcore-research');

const MEMORIES: readonly {
  readonly place: Place;
  readonly name: string;
  readonly settings: Partial<MemorySettings>;
  readonly strategies: readonly (readonly [name: string, type: string])[];
}[] = [
  {
    place: SHOP,
    name: 'shopping_memory',
    settings: {
      eventExpiryDuration: 30,
      encryptionKeyArn: AGENT_KEYS.shop,
      memoryExecutionRoleArn: serviceRoleArn(
        SHOP.accountId,
        'AmazonBedrockAgentCoreMemory-shopping',
      ),
    },
    strategies: [
      ['preferences', 'USER_PREFERENCE'],
      ['summaries', 'SUMMARIZATION'],
    ],
  },
  { place: SHOP, name: 'assistant_memory', settings: {}, strategies: [] },
  {
    place: SCIENCE,
    name: 'research_memory',
    settings: { eventExpiryDuration: 90, memoryExecutionRoleArn: RESEARCH_ROLE },
    strategies: [['facts', 'SEMANTIC']],
  },
];

const BROWSERS: readonly {
  readonly place: Place;
  readonly name: string;
  readonly settings: BrowserSettings;
}[] = [
  {
    place: SHOP,
    name: 'price_browser',
    settings: {
      network: PRIVATE_NETWORK,
      executionRoleArn: serviceRoleArn(SHOP.accountId, 'AmazonBedrockAgentCoreBrowser-prices'),
      recording: { enabled: true, bucket: DOCUMENT_BUCKETS.browserRecordings, prefix: 'prices/' },
    },
  },
  {
    place: SCIENCE,
    name: 'research_browser',
    settings: {
      network: PUBLIC_NETWORK,
      executionRoleArn: RESEARCH_ROLE,
      recording: { enabled: false, bucket: null, prefix: null },
    },
  },
  {
    place: SCIENCE,
    name: 'quick_browser',
    settings: { network: PUBLIC_NETWORK, executionRoleArn: null, recording: null },
  },
];

const INTERPRETERS: readonly {
  readonly place: Place;
  readonly name: string;
  readonly network: AgentCoreNetwork;
  readonly roleArn: string | null;
}[] = [
  { place: SHOP, name: 'basket_maths', network: SANDBOX_NETWORK, roleArn: null },
  { place: SCIENCE, name: 'notebook', network: PUBLIC_NETWORK, roleArn: RESEARCH_ROLE },
];

/** The memories of an account and Region: with a key and without, for a month and for a year. */
export function memoriesIn(accountId: string, region: string): readonly AgentCoreMemory[] {
  return MEMORIES.filter(isIn(accountId, region)).map((plan) => {
    const { place, name } = plan;
    const memoryId = agentCoreId('memory', place, name);
    return {
      memoryId,
      memoryArn: agentCoreArn(place, `memory/${memoryId}`),
      status: 'ACTIVE',
      updatedAt: '2026-07-15T06:30:00Z',
      settings: known({
        name,
        eventExpiryDuration: 365,
        encryptionKeyArn: null,
        memoryExecutionRoleArn: null,
        ...plan.settings,
        strategies: plan.strategies.map(([strategy, type]) => ({
          strategyId: agentCoreId('strategy', place, strategy),
          name: strategy,
          type,
          status: 'ACTIVE',
        })),
      }),
    };
  });
}

/** The browsers that an account made in a Region: recorded and not. */
export function browsersIn(accountId: string, region: string): readonly AgentCoreBrowser[] {
  return BROWSERS.filter(isIn(accountId, region)).map(({ place, name, settings }) => {
    const browserId = agentCoreId('browser', place, name);
    return {
      browserId,
      browserArn: agentCoreArn(place, `browser-custom/${browserId}`),
      name,
      status: 'READY',
      settings: known(settings),
    };
  });
}

/** The code interpreters that an account made in a Region: closed off and open. */
export function codeInterpretersIn(
  accountId: string,
  region: string,
): readonly AgentCoreCodeInterpreter[] {
  return INTERPRETERS.filter(isIn(accountId, region)).map(({ place, name, network, roleArn }) => {
    const codeInterpreterId = agentCoreId('code-interpreter', place, name);
    return {
      codeInterpreterId,
      codeInterpreterArn: agentCoreArn(place, `code-interpreter-custom/${codeInterpreterId}`),
      name,
      status: 'READY',
      settings: known({ network, executionRoleArn: roleArn }),
    };
  });
}

function isIn(accountId: string, region: string) {
  return ({ place }: { readonly place: Place }) =>
    place.accountId === accountId && place.region === region;
}
