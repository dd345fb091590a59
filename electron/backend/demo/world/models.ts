import type { FoundationModel } from '../../../../shared/model/dataset.ts';
import { addMonths, type Instant, monthOf } from '../../../../shared/model/period.ts';
import type { Calendar } from './calendar.ts';
import { BEDROCK_REGIONS, GEOGRAPHIES } from './organization.ts';

/** A foundation model of the catalogue with where and how it can be called. */
export interface CatalogueModel {
  readonly modelId: string;
  readonly name: string;
  readonly provider: string;
  readonly kind: 'chat' | 'text' | 'embedding' | 'rerank' | 'image';
  /** Regions with on-demand inference under the bare id; empty where only profiles can be called. */
  readonly onDemand: readonly string[];
  /** Prefixes of its system-defined inference profiles. */
  readonly geographies: readonly string[];
  readonly legacy?: boolean;
  /** How it can be made one's own, where it runs on demand; provisioned throughput serves it then. */
  readonly customizations?: readonly ('FINE_TUNING' | 'DISTILLATION')[];
  /** Service tiers beyond the default one. */
  readonly tiers?: readonly ('flex' | 'priority')[];
}

const US = ['us-east-1', 'us-west-2'];
const US_EU = [...US, 'eu-west-1', 'eu-central-1'];
const TUNABLE = ['FINE_TUNING', 'DISTILLATION'] as const;

const anthropic = modelsOf('Anthropic', { geographies: ['us', 'eu', 'au', 'global'] });
const amazon = modelsOf('Amazon', { onDemand: US, geographies: ['us', 'eu', 'apac'] });
const cohere = modelsOf('Cohere', { kind: 'text', onDemand: US });
const meta = modelsOf('Meta', { geographies: ['us'] });
const openai = modelsOf('OpenAI', {
  kind: 'text',
  onDemand: US_EU,
  tiers: ['flex', 'priority'],
});

/** The models that are offered in this world, with ids as AWS spells them in November 2026. */
export const CATALOGUE: readonly CatalogueModel[] = [
  anthropic('anthropic.claude-opus-5-5', 'Claude Opus 5.5'),
  anthropic('anthropic.claude-sonnet-5-5', 'Claude Sonnet 5.5'),
  anthropic('anthropic.claude-haiku-5-5', 'Claude Haiku 5.5'),
  anthropic('anthropic.claude-opus-4-8', 'Claude Opus 4.8'),
  anthropic('anthropic.claude-opus-4-6-v1', 'Claude Opus 4.6'),
  anthropic('anthropic.claude-sonnet-4-6', 'Claude Sonnet 4.6'),
  anthropic('anthropic.claude-sonnet-4-5-20250929-v1:0', 'Claude Sonnet 4.5'),
  anthropic('anthropic.claude-haiku-4-5-20251001-v1:0', 'Claude Haiku 4.5'),
  anthropic('anthropic.claude-3-5-sonnet-20240620-v1:0', 'Claude 3.5 Sonnet', {
    onDemand: ['us-east-1', 'us-west-2', 'eu-central-1'],
    geographies: ['us', 'eu'],
    legacy: true,
  }),
  amazon('amazon.nova-micro-v1:0', 'Nova Micro', { kind: 'text', customizations: TUNABLE }),
  amazon('amazon.nova-lite-v1:0', 'Nova Lite', { customizations: TUNABLE }),
  amazon('amazon.nova-pro-v1:0', 'Nova Pro', { tiers: ['priority'], customizations: TUNABLE }),
  amazon('amazon.nova-premier-v1:0', 'Nova Premier', { onDemand: [], geographies: ['us'] }),
  amazon('amazon.nova-2-lite-v1:0', 'Nova 2 Lite', {
    onDemand: [],
    geographies: ['us', 'eu', 'apac', 'global'],
    tiers: ['flex', 'priority'],
  }),
  amazon('amazon.nova-canvas-v1:0', 'Nova Canvas', {
    kind: 'image',
    onDemand: ['us-east-1', 'eu-west-1'],
    geographies: [],
  }),
  amazon('amazon.titan-embed-text-v2:0', 'Titan Text Embeddings V2', {
    kind: 'embedding',
    onDemand: [...US_EU, 'ap-southeast-2'],
    geographies: [],
  }),
  cohere('cohere.embed-v4:0', 'Embed v4', { kind: 'embedding', onDemand: BEDROCK_REGIONS }),
  cohere('cohere.rerank-v3-5:0', 'Rerank 3.5', { kind: 'rerank' }),
  cohere('cohere.command-r-plus-v1:0', 'Command R+'),
  meta('meta.llama3-3-70b-instruct-v1:0', 'Llama 3.3 70B Instruct', {
    kind: 'text',
    onDemand: US,
    customizations: ['FINE_TUNING'],
  }),
  meta('meta.llama4-maverick-17b-instruct-v1:0', 'Llama 4 Maverick 17B Instruct'),
  modelsOf('Mistral AI', { onDemand: US_EU })(
    'mistral.mistral-large-3-675b-instruct',
    'Mistral Large 3',
  ),
  openai('openai.gpt-oss-120b-1:0', 'gpt-oss-120b'),
  openai('openai.gpt-oss-20b-1:0', 'gpt-oss-20b'),
  openai('openai.gpt-6.1-sol', 'GPT-6.1 Sol', {
    kind: 'chat',
    onDemand: [],
    geographies: ['us', 'global'],
  }),
  modelsOf('DeepSeek', { kind: 'text', onDemand: US, geographies: ['us', 'eu'] })(
    'deepseek.v3.2',
    'DeepSeek-V3.2',
  ),
  modelsOf('Qwen', { kind: 'text', onDemand: US })(
    'qwen.qwen3-coder-480b-a35b-v1:0',
    'Qwen3 Coder 480B A35B',
  ),
  modelsOf('xAI', { onDemand: US })('xai.grok-4.3', 'Grok 4.3'),
  modelsOf('Ozone Labs', { kind: 'text', onDemand: ['ap-southeast-2'] })(
    'ozone.tasman-large-v1:0',
    'Tasman Large',
  ),
];

/** What comes out of models that do not answer in text. */
const OUTPUTS: Readonly<Partial<Record<CatalogueModel['kind'], string>>> = {
  embedding: 'EMBEDDING',
  image: 'IMAGE',
};

/** The entry of a base model id; undefined for imported and unknown models. */
export function catalogueModel(baseModelId: string): CatalogueModel | undefined {
  return CATALOGUE.find((model) => model.modelId === baseModelId);
}

/** What `bedrock:ListFoundationModels` answers in one Region. */
export function foundationModelsIn(region: string, calendar: Calendar): readonly FoundationModel[] {
  return CATALOGUE.filter((model) => offeredIn(model, region)).map((model) =>
    toFoundationModel(model, region, calendar),
  );
}

function offeredIn(model: CatalogueModel, region: string): boolean {
  const profiled = model.geographies.some((geography) => GEOGRAPHIES[geography]?.includes(region));
  return profiled || model.onDemand.includes(region);
}

function toFoundationModel(
  model: CatalogueModel,
  region: string,
  calendar: Calendar,
): FoundationModel {
  const vision = model.kind === 'chat' || model.kind === 'image';
  const onDemand = model.onDemand.includes(region);
  const customizations = onDemand ? (model.customizations ?? []) : [];
  return {
    modelId: model.modelId,
    modelArn: `arn:aws:bedrock:${region}::foundation-model/${model.modelId}`,
    modelName: model.name,
    providerName: model.provider,
    inputModalities: vision ? ['TEXT', 'IMAGE'] : ['TEXT'],
    outputModalities: [OUTPUTS[model.kind] ?? 'TEXT'],
    inferenceTypes: [
      ...(onDemand ? ['ON_DEMAND'] : []),
      ...(customizations.length > 0 ? ['PROVISIONED'] : []),
      ...(model.geographies.length > 0 ? ['INFERENCE_PROFILE'] : []),
    ],
    customizations,
    streaming: model.kind === 'chat' || model.kind === 'text',
    lifecycle: lifecycleOf(model, calendar),
  };
}

function lifecycleOf(model: CatalogueModel, calendar: Calendar): FoundationModel['lifecycle'] {
  const startOfLifeTime = startOf(model.modelId);
  if (model.legacy !== true) {
    return {
      status: 'ACTIVE',
      startOfLifeTime,
      legacyTime: null,
      publicExtendedAccessTime: null,
      endOfLifeTime: null,
    };
  }
  const endMonth = monthOf(calendar.endOfLifeDay);
  return {
    status: 'LEGACY',
    startOfLifeTime,
    legacyTime: `${addMonths(endMonth, -17)}-01T00:00:00Z`,
    publicExtendedAccessTime: `${addMonths(endMonth, -14)}-01T00:00:00Z`,
    endOfLifeTime: `${calendar.endOfLifeDay}T00:00:00Z`,
  };
}

/** The day in a model's id; AWS names no start for models without one. */
function startOf(modelId: string): Instant | null {
  const [, year, month, day] = /-(\d{4})(\d\d)(\d\d)-/.exec(modelId) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}T00:00:00Z`;
}

type Terms = Partial<Omit<CatalogueModel, 'modelId' | 'name' | 'provider'>>;

function modelsOf(
  provider: string,
  usual: Terms,
): (modelId: string, name: string, terms?: Terms) => CatalogueModel {
  return (modelId, name, terms) => ({
    modelId,
    name,
    provider,
    kind: 'chat',
    onDemand: [],
    geographies: [],
    ...usual,
    ...terms,
  });
}
