import type { Input } from '../../../shared/api/contract.ts';
import type { PromptCall } from '../prompts/prompt-call.ts';
import type { PromptLab } from '../prompts/prompt-lab.ts';
import { type ApiContext, type ApiPart, connectionById } from './context.ts';
import { pricingOf } from './pricing.ts';

/** The prompt lab: what a prompt will cost, and the prompt itself. */
export function promptApi(
  context: ApiContext,
  lab: PromptLab,
): ApiPart<'prompt.estimate' | 'prompt.run' | 'prompt.cancel'> {
  return {
    'prompt.estimate': async (input) => lab.estimate(await promptCall(context, input)),
    'prompt.run': async (input) => lab.run(await promptCall(context, input)),
    async 'prompt.cancel'({ runId }) {
      lab.cancel(runId);
      return null;
    },
  };
}

async function promptCall(
  context: ApiContext,
  { connectionId, region, ...request }: Input<'prompt.run'>,
): Promise<PromptCall> {
  const { connect, file } = context.workspace();
  const connection = connectionById(context, connectionId);
  const pricing = await pricingOf(context);
  const { approvedModels } = file.current().settings;
  return { clients: connect(connection), region, request, approvedModels, pricing };
}
