import type { Prompt, PromptVariant } from '../../../../../shared/model/dataset.ts';
import { requiredText, textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { bedrockPage } from '../bedrock/bedrock-page.ts';
import { agentResource, notFound } from './resources.ts';

const MADE = '2026-04-27T16:20:00Z';

/** Prompts of Prompt management. */
export const promptOperations: Readonly<Record<string, Operation>> = {
  ListPrompts: {
    http: 'GET /prompts/',
    action: 'bedrock:ListPrompts',
    run: listPrompts,
  },
  GetPrompt: {
    http: 'GET /prompts/{promptIdentifier}/',
    action: 'bedrock:GetPrompt',
    resource: agentResource('prompt', 'promptIdentifier'),
    run: getPrompt,
  },
};

function findPrompt(call: Call, id: string): Prompt {
  const prompt = call.world
    .prompts(call.identity.accountId, call.region)
    .find((one) => one.promptId === id || one.promptArn === id);
  if (prompt === undefined) throw notFound(`The prompt ${id} could not be found.`);
  return prompt;
}

/** The DRAFT of each prompt; of one that is named, the DRAFT and all versions. */
function listPrompts(call: Call): object {
  const id = textOf(call.input, 'promptIdentifier');
  const summaries =
    id === undefined
      ? call.world
          .prompts(call.identity.accountId, call.region)
          .map((prompt) => heading(prompt, 'DRAFT'))
      : editions(findPrompt(call, id));
  const page = bedrockPage(call, summaries);
  return { promptSummaries: page.items, nextToken: page.next };
}

function editions(prompt: Prompt): readonly object[] {
  return ['DRAFT', ...knownValue(prompt.versions)].map((version) => heading(prompt, version));
}

function heading(prompt: Prompt, version: string): object {
  return {
    name: prompt.name,
    id: prompt.promptId,
    arn: version === 'DRAFT' ? prompt.promptArn : `${prompt.promptArn}:${version}`,
    version,
    createdAt: MADE,
    updatedAt: prompt.updatedAt ?? MADE,
  };
}

function getPrompt(call: Call): object {
  const prompt = findPrompt(call, requiredText(call.input, 'promptIdentifier'));
  const version = textOf(call.input, 'promptVersion') ?? 'DRAFT';
  if (version !== 'DRAFT' && !knownValue(prompt.versions).includes(version)) {
    throw notFound(`The prompt has no version ${version}.`);
  }
  const { customerEncryptionKeyArn, defaultVariant, variants } = knownValue(prompt.settings);
  return {
    ...heading(prompt, version),
    customerEncryptionKeyArn: customerEncryptionKeyArn ?? undefined,
    defaultVariant: defaultVariant ?? undefined,
    variants: variants.map(variantDetail),
  };
}

function variantDetail({ name, templateType, modelId, agentIdentifier }: PromptVariant): object {
  const text = 'Answer in one sentence: {{question}}';
  return {
    name,
    templateType,
    templateConfiguration:
      templateType === 'CHAT'
        ? { chat: { messages: [{ role: 'user', content: [{ text }] }] } }
        : { text: { text, inputVariables: [{ name: 'question' }] } },
    modelId: modelId ?? undefined,
    genAiResource: agentIdentifier === null ? undefined : { agent: { agentIdentifier } },
  };
}
