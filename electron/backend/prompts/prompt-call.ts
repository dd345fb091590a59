import type { Pricing } from '../../../shared/cost/estimate.ts';
import { type Caller, createCaller } from '../aws/caller.ts';
import type { Clients } from '../aws/clients.ts';
import type { PromptRequest } from './converse.ts';

/** One prompt with everything it is judged and priced by. */
export interface PromptCall {
  readonly clients: Clients;
  readonly region: string;
  readonly request: PromptRequest;
  readonly approvedModels: readonly string[];
  readonly pricing: Pricing;
}

/** Makes the AWS calls of a prompt, so that their errors name the missing permission. */
export function callerOf({ clients, region }: PromptCall, signal: AbortSignal): Caller {
  const { profile } = clients.connection;
  return createCaller({ region, profile, identified: true, signal });
}
