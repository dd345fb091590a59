import type { PromptRouter } from '../../../../../shared/model/dataset.ts';
import type { Operation } from '../../service.ts';
import { getOperation, listOperation, resourcesOf } from './resources.ts';
import { optional } from './wire-parts.ts';

/** Prompt routers: AWS's own and the account's. */
export const routerOperations: Readonly<Record<string, Operation>> = {
  ListPromptRouters: listOperation({
    http: 'GET /prompt-routers',
    action: 'bedrock:ListPromptRouters',
    member: 'promptRouterSummaries',
    items: (call) => resourcesOf(call).promptRouters,
    describe: describeRouter,
    equals: { type: ({ type }) => type },
  }),
  GetPromptRouter: getOperation({
    http: 'GET /prompt-routers/{promptRouterArn}',
    action: 'bedrock:GetPromptRouter',
    label: 'promptRouterArn',
    items: (call) => resourcesOf(call).promptRouters,
    names: ({ promptRouterArn }) => [promptRouterArn],
    describe: describeRouter,
  }),
};

function describeRouter(router: PromptRouter): object {
  return {
    promptRouterName: router.promptRouterName,
    routingCriteria: { responseQualityDifference: router.responseQualityDifference ?? 0 },
    description: optional(router.description),
    createdAt: optional(router.createdAt),
    updatedAt: optional(router.updatedAt),
    promptRouterArn: router.promptRouterArn,
    models: router.modelArns.map((modelArn) => ({ modelArn })),
    fallbackModel: { modelArn: router.fallbackModelArn ?? '' },
    status: router.status,
    type: router.type,
  };
}
