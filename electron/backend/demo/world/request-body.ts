import type { WorldInvocation } from './facts.ts';
import { baseModelOf } from './inference-profiles.ts';
import { catalogueModel } from './models.ts';

/** How InvokeModel bodies of a model look: each vendor has its own. */
export type BodyFamily =
  | 'anthropic'
  | 'titan-embed'
  | 'cohere-embed'
  | 'image'
  | 'llama'
  | 'rerank'
  | 'chat';

const QUESTIONS = [
  'Synthetic question: which shelf holds the blue cups?',
  'Synthetic question: summarise the note about parcel sizes.',
  'Synthetic question: rewrite this sentence in plain words.',
  'Synthetic question: list three checks before the release.',
];

/** The body family of a call, by its foundation model. */
export function bodyFamily(modelId: string): BodyFamily {
  const base = baseModelOf(modelId);
  if (base.startsWith('anthropic.')) return 'anthropic';
  if (base.startsWith('meta.')) return 'llama';
  const kind = catalogueModel(base)?.kind;
  if (kind === 'image' || kind === 'rerank') return kind;
  if (kind !== 'embedding') return 'chat';
  return base.startsWith('cohere.') ? 'cohere-embed' : 'titan-embed';
}

/** The request as the log keeps it: short text that is obviously made up. */
export function requestBody(call: WorldInvocation): Readonly<Record<string, unknown>> {
  const question = questionOf(call);
  if (call.operation.startsWith('Converse')) return converseRequest(call, question);
  const bodies = {
    anthropic: () => ({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: maxTokens(call),
      messages: [{ role: 'user', content: question }],
    }),
    'titan-embed': () => ({ inputText: question, dimensions: 1024, normalize: true }),
    'cohere-embed': () => ({ texts: [question], input_type: 'search_document' }),
    image: () => ({
      taskType: 'TEXT_IMAGE',
      textToImageParams: { text: question },
      imageGenerationConfig: {
        numberOfImages: call.images?.count ?? 1,
        width: call.images?.side ?? 1024,
        height: call.images?.side ?? 1024,
        quality: call.images?.quality ?? 'standard',
      },
    }),
    rerank: () => ({ api_version: 2, query: question, documents: QUESTIONS, top_n: 2 }),
    llama: () => ({ prompt: question, max_gen_len: maxTokens(call) }),
    chat: () => ({
      messages: [{ role: 'user', content: question }],
      max_completion_tokens: maxTokens(call),
    }),
  } satisfies Record<BodyFamily, () => Readonly<Record<string, unknown>>>;
  return bodies[bodyFamily(call.modelId)]();
}

function converseRequest(call: WorldInvocation, question: string) {
  return {
    messages: [{ role: 'user', content: [{ text: question }] }],
    inferenceConfig: { maxTokens: maxTokens(call) },
  };
}

/** Probes ask for a number of tokens that no model allows. */
function maxTokens(call: WorldInvocation): number {
  return call.errorCode === 'ValidationException' ? -1 : 8_000;
}

function questionOf(call: WorldInvocation): string {
  return QUESTIONS[Number.parseInt(call.requestId.slice(0, 4), 16) % QUESTIONS.length] ?? '';
}
