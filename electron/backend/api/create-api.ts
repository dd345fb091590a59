import type { Api } from '../../../shared/api/contract.ts';
import type { PromptLab } from '../prompts/prompt-lab.ts';
import type { ApiContext } from './context.ts';
import { eventsApi } from './events-api.ts';
import { findingsApi } from './findings-api.ts';
import { jobsApi } from './jobs-api.ts';
import { modelsApi } from './models-api.ts';
import { promptApi } from './prompt-api.ts';
import { usageApi } from './usage-api.ts';
import { watchingApi } from './watching-api.ts';
import { workspaceApi } from './workspace-api.ts';

const QUERY_ROWS = 1000;

/** Every method of the contract over the open workspace. */
export function createApi(context: ApiContext, lab: PromptLab): Api {
  return {
    ...workspaceApi(context),
    ...jobsApi(context),
    ...watchingApi(context),
    ...modelsApi(context),
    ...usageApi(context),
    ...eventsApi(context),
    ...findingsApi(context),
    ...promptApi(context, lab),
    'query.run': ({ sql, limit }) => context.workspace().store.query(sql, limit ?? QUERY_ROWS),
  };
}
