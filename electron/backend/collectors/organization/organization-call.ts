import { CallFailure, type SendOptions } from '../../aws/caller.ts';
import type { IamAction } from '../../aws/classify-error.ts';
import { errorFacts } from '../../aws/error-facts.ts';
import type { CollectContext } from '../collector.ts';

/**
 * Makes one call of AWS Organizations. An account that is in no organisation makes it `unavailable`;
 * nothing is missing there.
 * @throws CallFailure with the outcome.
 */
export async function callOrganizations<T>(
  { call }: Pick<CollectContext, 'call'>,
  action: IamAction,
  send: (options: SendOptions) => Promise<T>,
): Promise<T> {
  try {
    return await call(action, send);
  } catch (error) {
    if (!(error instanceof CallFailure) || !isNamed(error.cause, NOT_IN_USE)) throw error;
    const reason = 'The account is not a member of an organisation.';
    throw new CallFailure({ status: 'unavailable', reason }, error);
  }
}

/** Whether an error is one of AWS by its name, with or without `Exception`. */
export function isNamed(thrown: unknown, name: string): boolean {
  const actual = errorFacts(thrown).name;
  return actual === name || actual === `${name}Exception`;
}

const NOT_IN_USE = 'AWSOrganizationsNotInUse';
