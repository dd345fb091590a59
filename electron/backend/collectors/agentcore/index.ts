import type { AgentCoreDatasets } from '../../../../shared/model/dataset.ts';
import type { CollectorsOf } from '../collector.ts';
import { browsers } from './browsers.ts';
import { codeInterpreters } from './code-interpreters.ts';
import { gateways } from './gateways.ts';
import { identities } from './identities.ts';
import { memories } from './memories.ts';
import { policyEngines } from './policy-engines.ts';
import { runtimes } from './runtimes.ts';

/** Amazon Bedrock AgentCore. */
export const agentCoreCollectors: CollectorsOf<AgentCoreDatasets> = {
  'agentcore-runtimes': runtimes,
  'agentcore-gateways': gateways,
  'agentcore-policy-engines': policyEngines,
  'agentcore-memories': memories,
  'agentcore-browsers': browsers,
  'agentcore-code-interpreters': codeInterpreters,
  'agentcore-identities': identities,
};
