import type { Identity } from '../../../shared/api/answers.ts';
import { AppError, type ErrorCode } from '../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { CallFailure, createCaller } from './caller.ts';
import type { Clients } from './clients.ts';
import { errorFacts } from './error-facts.ts';
import { text } from './required.ts';

const REGION_OR_TOKEN = /^(InvalidClientTokenId|UnrecognizedClientException)$/;

const CODES = {
  collected: 'internal',
  denied: 'aws-denied',
  unavailable: 'aws-unavailable',
  failed: 'aws-failed',
} as const satisfies Record<ReadOutcome['status'], ErrorCode>;

/**
 * Who the connection is (`sts:GetCallerIdentity`, which needs no permission). Asks the next Region
 * when one refuses the token, because a Region that is not enabled answers like wrong credentials.
 * @throws AppError `aws-denied`, `aws-unavailable`, `aws-failed` or `cancelled`.
 */
export async function identify(clients: Clients, signal: AbortSignal): Promise<Identity> {
  const { regions } = clients.connection;
  for (const [index, region] of regions.entries()) {
    try {
      return await identifyIn(clients, region, signal);
    } catch (error) {
      const tryNext = error instanceof CallFailure && mayBeRegion(error);
      if (!tryNext || index === regions.length - 1) throw asAppError(error);
    }
  }
  throw new AppError('invalid-input', 'The connection has no Region; choose at least one.');
}

async function identifyIn(
  clients: Clients,
  region: string,
  signal: AbortSignal,
): Promise<Identity> {
  const { profile } = clients.connection;
  const { call } = createCaller({ region, profile, signal, identified: false });
  const answer = await call('sts:GetCallerIdentity', async (options) =>
    (await clients.sts(region)).getCallerIdentity({}, options),
  );
  return { accountId: text(answer.Account, 'Account'), arn: text(answer.Arn, 'Arn') };
}

function mayBeRegion(failure: CallFailure): boolean {
  return REGION_OR_TOKEN.test(errorFacts(failure.cause).name);
}

/** A failed call as an error to show, with the code of its outcome; anything else as it is. */
export function asAppError(error: unknown): unknown {
  if (!(error instanceof CallFailure)) return error;
  return new AppError(CODES[error.outcome.status], error.message, { cause: error });
}
