import type {
  BedrockAgent,
  FlowAliasSummary,
  FlowSummary,
  GetFlowResponse,
  GetFlowVersionResponse,
} from '@aws-sdk/client-bedrock-agent';
import type {
  Flow,
  FlowAlias,
  FlowSettings,
  FlowVersion,
  Part,
} from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { DRAFT } from './agent-version.ts';
import { toFlowNodes } from './flow-nodes.ts';

const AT_ONCE = 4;

/** Every flow of a Region: its aliases, its DRAFT and each version that an alias routes to. */
export const flows: Collector<'flows'> = {
  dataset: 'flows',
  title: 'Flows, their aliases and what their nodes use',
  scope: 'region',
  iamActions: [
    'bedrock:ListFlows',
    'bedrock:GetFlow',
    'bedrock:ListFlowAliases',
    'bedrock:GetFlowVersion',
  ],
  collect: async (context) => {
    const client = await context.clients.bedrockAgent(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock:ListFlows', (options) =>
          client.listFlows({ maxResults: 1000, nextToken }, options),
        ),
      (page) => page.flowSummaries,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readFlow(context, client, summary));
  },
};

async function readFlow(
  context: CollectContext,
  client: BedrockAgent,
  summary: FlowSummary,
): Promise<Flow> {
  const flowId = text(summary.id, 'flowSummaries.id');
  const [draft, aliases] = await together([
    readDraft(context, client, flowId),
    readAliases(context, client, flowId),
  ]);
  const routed = await inParallel(routedVersions(aliases), AT_ONCE, (flowVersion) =>
    readVersion(context, client, { flowId, flowVersion }),
  );
  return {
    flowId,
    flowArn: text(summary.arn, 'flowSummaries.arn'),
    name: summary.name ?? flowId,
    status: summary.status ?? 'UNKNOWN',
    updatedAt: instant(summary.updatedAt),
    aliases,
    versions: [draft, ...routed],
  };
}

async function readDraft(
  { call, part }: CollectContext,
  client: BedrockAgent,
  flowIdentifier: string,
): Promise<FlowVersion> {
  const settings = await part('bedrock:GetFlow', async () => {
    const answer = await call('bedrock:GetFlow', (options) =>
      client.getFlow({ flowIdentifier }, options),
    );
    return { ...toFlowSettings(answer), validations: toValidations(answer) };
  });
  return { flowVersion: DRAFT, settings };
}

async function readVersion(
  { call, part }: CollectContext,
  client: BedrockAgent,
  of: { readonly flowId: string; readonly flowVersion: string },
): Promise<FlowVersion> {
  const { flowId: flowIdentifier, flowVersion } = of;
  const settings = await part('bedrock:GetFlowVersion', async () => {
    const answer = await call('bedrock:GetFlowVersion', (options) =>
      client.getFlowVersion({ flowIdentifier, flowVersion }, options),
    );
    return toFlowSettings(answer);
  });
  return { flowVersion, settings };
}

/** The settings of a DRAFT or version, of which AWS tells no validations. */
export function toFlowSettings(detail: GetFlowResponse | GetFlowVersionResponse): FlowSettings {
  return {
    flowArn: text(detail.arn, 'arn'),
    status: detail.status ?? 'UNKNOWN',
    executionRoleArn: detail.executionRoleArn ?? null,
    customerEncryptionKeyArn: detail.customerEncryptionKeyArn ?? null,
    nodes: toFlowNodes(detail.definition),
    validations: null,
  };
}

/** What is wrong with a DRAFT; nothing is wrong where AWS leaves it out. */
export function toValidations({ validations }: GetFlowResponse): FlowSettings['validations'] {
  return list(validations).map(({ severity, type, message }) => ({
    severity: severity ?? 'Error',
    type: type ?? null,
    message: message ?? '',
  }));
}

function readAliases(
  { call, part }: CollectContext,
  client: BedrockAgent,
  flowIdentifier: string,
): Promise<Part<readonly FlowAlias[]>> {
  return part('bedrock:ListFlowAliases', async () => {
    const summaries = await allItems(
      (nextToken) =>
        call('bedrock:ListFlowAliases', (options) =>
          client.listFlowAliases({ flowIdentifier, maxResults: 1000, nextToken }, options),
        ),
      (page) => page.flowAliasSummaries,
    );
    return summaries.map(toFlowAlias);
  });
}

function toFlowAlias(summary: FlowAliasSummary): FlowAlias {
  const flowAliasId = text(summary.id, 'flowAliasSummaries.id');
  return {
    flowAliasId,
    name: summary.name ?? flowAliasId,
    flowVersions: list(summary.routingConfiguration).flatMap(
      ({ flowVersion }) => flowVersion ?? [],
    ),
  };
}

function routedVersions(aliases: Part<readonly FlowAlias[]>): readonly string[] {
  if (!aliases.read) return [];
  const routed = aliases.value.flatMap(({ flowVersions }) => flowVersions);
  return [...new Set(routed)].filter((version) => version !== DRAFT).sort();
}
