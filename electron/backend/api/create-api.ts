import type { Api } from '../../../shared/api/contract.ts';
import type { SourceTimes } from '../polling/scheduler.ts';
import type { PromptLab } from '../prompts/prompt-lab.ts';
import { accessApi } from './access/access-api.ts';
import { accessBases } from './access/access-base.ts';
import type { ApiContext } from './context.ts';
import { coverageApi } from './coverage-api.ts';
import { eventsApi } from './events-api.ts';
import { findingsApi } from './findings-api.ts';
import { inventoryApi } from './inventory-api.ts';
import { jobsApi } from './jobs-api.ts';
import { modelsApi } from './models-api.ts';
import { policyApi } from './policy-api.ts';
import { pollingApi } from './polling-api.ts';
import { pricesApi } from './prices-api.ts';
import { promptApi } from './prompt-api.ts';
import { reconcileApi } from './reconcile-api.ts';
import { spendApi } from './spend/spend-api.ts';
import { usageApi } from './usage-api.ts';
import { watchingApi } from './watching-api.ts';
import { workspaceApi } from './workspace-api.ts';

const QUERY_ROWS = 1000;

/** What stands behind the methods besides the workspace. */
export interface ApiParts {
  readonly lab: PromptLab;
  /** When sources were read and will be; null where nothing polls. */
  readonly sourceTimes: () => readonly SourceTimes[] | null;
}

/** Every method of the contract over the open workspace. */
export function createApi(context: ApiContext, { lab, sourceTimes }: ApiParts): Api {
  const bases = accessBases(context);
  return {
    ...workspaceApi(context),
    ...jobsApi(context),
    ...coverageApi(context),
    ...inventoryApi(context),
    ...watchingApi(context),
    ...policyApi(context),
    ...pollingApi(context, sourceTimes),
    ...modelsApi(context),
    ...pricesApi(context),
    ...usageApi(context),
    ...spendApi(context),
    ...reconcileApi(context),
    ...eventsApi(context),
    ...findingsApi(context, bases),
    ...accessApi(context, bases),
    ...promptApi(context, lab),
    'query.run': ({ sql, limit }) => context.workspace().store.query(sql, limit ?? QUERY_ROWS),
  };
}
