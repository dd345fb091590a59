import type {
  BedrockAgentCoreControl,
  CodeInterpreterSummary,
  GetCodeInterpreterResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type {
  AgentCoreCodeInterpreter,
  CodeInterpreterSettings,
} from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { toNetwork } from './network.ts';

const AT_ONCE = 4;

/** Every code interpreter that the account made; AWS's own is the same for everybody. */
export const codeInterpreters: Collector<'agentcore-code-interpreters'> = {
  dataset: 'agentcore-code-interpreters',
  title: 'AgentCore code interpreters',
  scope: 'region',
  iamActions: ['bedrock-agentcore:ListCodeInterpreters', 'bedrock-agentcore:GetCodeInterpreter'],
  collect: async (context) => {
    const client = await context.clients.agentCore(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock-agentcore:ListCodeInterpreters', (options) =>
          client.listCodeInterpreters({ type: 'CUSTOM', maxResults: 100, nextToken }, options),
        ),
      (page) => page.codeInterpreterSummaries,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readInterpreter(context, client, summary));
  },
};

async function readInterpreter(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  summary: CodeInterpreterSummary,
): Promise<AgentCoreCodeInterpreter> {
  const codeInterpreterId = text(summary.codeInterpreterId, 'codeInterpreterSummaries.id');
  const settings = await part('bedrock-agentcore:GetCodeInterpreter', async () =>
    toCodeInterpreterSettings(
      await call('bedrock-agentcore:GetCodeInterpreter', (options) =>
        client.getCodeInterpreter({ codeInterpreterId }, options),
      ),
    ),
  );
  return {
    codeInterpreterId,
    codeInterpreterArn: text(summary.codeInterpreterArn, 'codeInterpreterSummaries.arn'),
    name: summary.name ?? codeInterpreterId,
    status: summary.status ?? 'UNKNOWN',
    settings,
  };
}

/** How a code interpreter is set up. */
export function toCodeInterpreterSettings(
  detail: GetCodeInterpreterResponse,
): CodeInterpreterSettings {
  const { networkConfiguration: network } = detail;
  return {
    network: toNetwork(network?.networkMode, network?.vpcConfig),
    executionRoleArn: detail.executionRoleArn ?? null,
  };
}
