import { reachedConnections } from '../../../shared/api/connected-accounts.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Clients } from '../aws/clients.ts';
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
  const { file } = context.workspace();
  const clients = clientsOf(context, connectionId);
  const pricing = await pricingOf(context);
  const { approvedModels } = file.current().settings;
  return { clients, region, request, approvedModels, pricing };
}

/** The clients of a connection, or of what one of an organisation is in another account. */
function clientsOf(context: ApiContext, connectionId: string): Clients {
  const { connect, file } = context.workspace();
  const owner = connectionById(context, connectionId.replace(/\/\d{12}$/, ''));
  if (owner.id === connectionId) return connect(owner);
  const member = reachedConnections([owner]).find(({ id }) => id === connectionId);
  if (member === undefined) {
    const { name } = file.current();
    throw new AppError(
      'not-found',
      `No scan of ${name} has read this account yet. Scan, then try again.`,
    );
  }
  const base = connect(owner);
  const clients = base.assume(member);
  return {
    ...clients,
    close() {
      clients.close();
      base.close();
    },
  };
}
