import type { GetGuardrailResponse, GuardrailSummary } from '@aws-sdk/client-bedrock';
import type { Guardrail, GuardrailContentFilter } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { paginate } from '../../aws/paginate.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';

const AT_ONCE = 4;

/** Every guardrail of a Region in its working draft, with the numbers of its versions. */
export const guardrails: Collector<'guardrails'> = {
  dataset: 'guardrails',
  title: 'Guardrails and their filters',
  scope: 'region',
  iamActions: ['bedrock:ListGuardrails', 'bedrock:GetGuardrail'],
  collect: async (context) => {
    const summaries = await listGuardrails(context, undefined);
    const ids = new Set(summaries.map((summary) => text(summary.id, 'guardrails.id')));
    return inParallel([...ids], AT_ONCE, (id) => readGuardrail(context, id));
  },
};

async function readGuardrail(context: CollectContext, id: string): Promise<Guardrail> {
  const draft = await context.call('bedrock:GetGuardrail', async (options) =>
    (await context.clients.bedrock(context.region)).getGuardrail(
      { guardrailIdentifier: id, guardrailVersion: 'DRAFT' },
      options,
    ),
  );
  return toGuardrail(draft, await listGuardrails(context, id));
}

/** All guardrails of the Region, or all versions of one. */
async function listGuardrails(
  { clients, region, call }: CollectContext,
  guardrailIdentifier: string | undefined,
): Promise<readonly GuardrailSummary[]> {
  const pages = paginate(
    (nextToken) =>
      call('bedrock:ListGuardrails', async (options) =>
        (await clients.bedrock(region)).listGuardrails(
          { guardrailIdentifier, maxResults: 1000, nextToken },
          options,
        ),
      ),
    (page) => page.nextToken,
  );
  const summaries: GuardrailSummary[] = [];
  for await (const page of pages) summaries.push(...list(page.guardrails));
  return summaries;
}

/** The draft of `GetGuardrail` and the versions that `ListGuardrails` names, `DRAFT` left out. */
export function toGuardrail(
  draft: GetGuardrailResponse,
  versions: readonly GuardrailSummary[],
): Guardrail {
  return {
    guardrailId: text(draft.guardrailId, 'guardrailId'),
    guardrailArn: text(draft.guardrailArn, 'guardrailArn'),
    name: draft.name ?? '',
    status: draft.status ?? 'UNKNOWN',
    version: draft.version ?? 'DRAFT',
    versions: versions.flatMap(({ version }) =>
      version === undefined || version === 'DRAFT' ? [] : version,
    ),
    contentFilters: list(draft.contentPolicy?.filters).map(toContentFilter),
    deniedTopics: list(draft.topicPolicy?.topics).flatMap(({ name }) => name ?? []),
    piiEntities: list(draft.sensitiveInformationPolicy?.piiEntities).map(({ type, action }) => ({
      type: type ?? '',
      action: action ?? '',
    })),
    kmsKeyArn: draft.kmsKeyArn ?? null,
    updatedAt: instant(draft.updatedAt),
  };
}

type Filter = NonNullable<NonNullable<GetGuardrailResponse['contentPolicy']>['filters']>[number];

/** Actions default to BLOCK and directions to enabled: guardrails made before the fields existed. */
function toContentFilter(filter: Filter): GuardrailContentFilter {
  return {
    type: text(filter.type, 'contentPolicy.filters.type'),
    inputStrength: filter.inputStrength ?? 'NONE',
    outputStrength: filter.outputStrength ?? 'NONE',
    inputAction: filter.inputAction ?? 'BLOCK',
    outputAction: filter.outputAction ?? 'BLOCK',
    inputEnabled: filter.inputEnabled ?? true,
    outputEnabled: filter.outputEnabled ?? true,
  };
}
