import type { GuardrailSummary } from '@aws-sdk/client-bedrock';
import type { GuardrailVersion } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, text } from '../../aws/required.ts';
import { readBedrockTags } from '../bedrock-tags.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';
import { toGuardrailSettings } from './guardrail-settings.ts';

const AT_ONCE = 4;

/** Every guardrail of a Region in every version, the working draft included. */
export const guardrails: Collector<'guardrails'> = {
  dataset: 'guardrails',
  title: 'Guardrails and their versions',
  scope: 'region',
  iamActions: ['bedrock:ListGuardrails', 'bedrock:GetGuardrail', 'bedrock:ListTagsForResource'],
  collect: async (context) => {
    const summaries = await listGuardrails(context, undefined);
    const arns = new Set(summaries.map(({ arn }) => text(arn, 'guardrails.arn')));
    const read = await inParallel([...arns], AT_ONCE, (arn) => readGuardrail(context, arn));
    return read.flat();
  },
};

/** One guardrail in all of its versions, as AWS lists them: the draft, then the newest first. */
async function readGuardrail(
  context: CollectContext,
  guardrailArn: string,
): Promise<readonly GuardrailVersion[]> {
  const [versions, tags] = await Promise.all([
    listGuardrails(context, guardrailArn),
    context.part('bedrock:ListTagsForResource', () => readBedrockTags(context, guardrailArn)),
  ]);
  return inParallel(versions, AT_ONCE, async (summary) =>
    toGuardrailVersion(summary, {
      tags,
      settings: await context.part('bedrock:GetGuardrail', () => readSettings(context, summary)),
    }),
  );
}

async function readSettings(
  { clients, region, call }: CollectContext,
  { id, version }: GuardrailSummary,
) {
  const answer = await call('bedrock:GetGuardrail', async (options) =>
    (await clients.bedrock(region)).getGuardrail(
      { guardrailIdentifier: text(id, 'guardrails.id'), guardrailVersion: version },
      options,
    ),
  );
  return toGuardrailSettings(answer);
}

/** The draft of each guardrail of the Region, or all versions of one. */
async function listGuardrails(
  { clients, region, call }: CollectContext,
  guardrailIdentifier: string | undefined,
): Promise<readonly GuardrailSummary[]> {
  return everyItem({
    of: 'bedrock:ListGuardrails',
    page: (nextToken) =>
      call('bedrock:ListGuardrails', async (options) =>
        (await clients.bedrock(region)).listGuardrails(
          { guardrailIdentifier, maxResults: 1000, nextToken },
          options,
        ),
      ),
    next: (page) => page.nextToken,
    items: (page) => page.guardrails,
  });
}

/** One version as `ListGuardrails` names it, with what other calls told of it. */
export function toGuardrailVersion(
  summary: GuardrailSummary,
  parts: Pick<GuardrailVersion, 'settings' | 'tags'>,
): GuardrailVersion {
  const { guardrailProfileId: id, guardrailProfileArn: arn } = summary.crossRegionDetails ?? {};
  return {
    guardrailId: text(summary.id, 'guardrails.id'),
    guardrailArn: text(summary.arn, 'guardrails.arn'),
    name: summary.name ?? '',
    version: text(summary.version, 'guardrails.version'),
    status: summary.status ?? 'UNKNOWN',
    crossRegionProfile:
      id === undefined && arn === undefined ? null : { id: id ?? '', arn: arn ?? '' },
    createdAt: instant(summary.createdAt),
    updatedAt: instant(summary.updatedAt),
    ...parts,
  };
}
