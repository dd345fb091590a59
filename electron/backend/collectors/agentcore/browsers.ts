import type {
  BedrockAgentCoreControl,
  BrowserSummary,
  GetBrowserResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { AgentCoreBrowser, BrowserSettings } from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { toNetwork } from './network.ts';

const AT_ONCE = 4;

/** Every browser that the account made; AWS's own is the same for everybody. */
export const browsers: Collector<'agentcore-browsers'> = {
  dataset: 'agentcore-browsers',
  title: 'AgentCore browsers',
  scope: 'region',
  iamActions: ['bedrock-agentcore:ListBrowsers', 'bedrock-agentcore:GetBrowser'],
  collect: async (context) => {
    const client = await context.clients.agentCore(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock-agentcore:ListBrowsers', (options) =>
          client.listBrowsers({ type: 'CUSTOM', maxResults: 100, nextToken }, options),
        ),
      (page) => page.browserSummaries,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readBrowser(context, client, summary));
  },
};

async function readBrowser(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  summary: BrowserSummary,
): Promise<AgentCoreBrowser> {
  const browserId = text(summary.browserId, 'browserSummaries.browserId');
  const settings = await part('bedrock-agentcore:GetBrowser', async () =>
    toBrowserSettings(
      await call('bedrock-agentcore:GetBrowser', (options) =>
        client.getBrowser({ browserId }, options),
      ),
    ),
  );
  return {
    browserId,
    browserArn: text(summary.browserArn, 'browserSummaries.browserArn'),
    name: summary.name ?? browserId,
    status: summary.status ?? 'UNKNOWN',
    settings,
  };
}

/** How a browser is set up; one without a recording was made before recordings, or records nothing. */
export function toBrowserSettings(detail: GetBrowserResponse): BrowserSettings {
  const { networkConfiguration: network, recording } = detail;
  return {
    network: toNetwork(network?.networkMode, network?.vpcConfig),
    executionRoleArn: detail.executionRoleArn ?? null,
    recording:
      recording === undefined
        ? null
        : {
            enabled: recording.enabled ?? false,
            bucket: recording.s3Location?.bucket ?? null,
            prefix: recording.s3Location?.prefix ?? null,
          },
  };
}
