import type {
  BedrockAgent,
  GetPromptResponse,
  PromptSummary,
  PromptVariant as PromptVariantDetail,
} from '@aws-sdk/client-bedrock-agent';
import type { Prompt, PromptSettings, PromptVariant } from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { DRAFT } from './agent-version.ts';

const AT_ONCE = 4;

/** Every prompt of Prompt management with its models, key and versions; never its wording. */
export const prompts: Collector<'prompts'> = {
  dataset: 'prompts',
  title: 'Prompts of Prompt management',
  scope: 'region',
  iamActions: ['bedrock:ListPrompts', 'bedrock:GetPrompt'],
  collect: async (context) => {
    const client = await context.clients.bedrockAgent(context.region);
    const summaries = await listPrompts(context, client, undefined);
    return inParallel(summaries, AT_ONCE, (summary) => readPrompt(context, client, summary));
  },
};

/** The DRAFT of each prompt, or all versions of one. */
function listPrompts(
  { call }: CollectContext,
  client: BedrockAgent,
  promptIdentifier: string | undefined,
): Promise<readonly PromptSummary[]> {
  return allItems(
    (nextToken) =>
      call('bedrock:ListPrompts', (options) =>
        client.listPrompts({ promptIdentifier, maxResults: 1000, nextToken }, options),
      ),
    (page) => page.promptSummaries,
  );
}

async function readPrompt(
  context: CollectContext,
  client: BedrockAgent,
  summary: PromptSummary,
): Promise<Prompt> {
  const { call, part } = context;
  const promptId = text(summary.id, 'promptSummaries.id');
  const [settings, versions] = await together([
    part('bedrock:GetPrompt', async () =>
      toPromptSettings(
        await call('bedrock:GetPrompt', (options) =>
          client.getPrompt({ promptIdentifier: promptId }, options),
        ),
      ),
    ),
    part('bedrock:ListPrompts', async () => numbered(await listPrompts(context, client, promptId))),
  ]);
  return {
    promptId,
    promptArn: text(summary.arn, 'promptSummaries.arn'),
    name: summary.name ?? promptId,
    updatedAt: instant(summary.updatedAt),
    settings,
    versions,
  };
}

function numbered(summaries: readonly PromptSummary[]): readonly string[] {
  return summaries.flatMap(({ version }) =>
    version === undefined || version === DRAFT ? [] : version,
  );
}

/** What a prompt runs on, without what it says. */
export function toPromptSettings(detail: GetPromptResponse): PromptSettings {
  return {
    customerEncryptionKeyArn: detail.customerEncryptionKeyArn ?? null,
    defaultVariant: detail.defaultVariant ?? null,
    variants: list(detail.variants).map(toVariant),
  };
}

function toVariant(variant: PromptVariantDetail): PromptVariant {
  return {
    name: variant.name ?? '',
    templateType: variant.templateType ?? 'UNKNOWN',
    modelId: variant.modelId ?? null,
    agentIdentifier: variant.genAiResource?.agent?.agentIdentifier ?? null,
  };
}
