import type { WorldInvocation } from './facts.ts';
import type { ModelUse } from './model-use.ts';
import type { Random } from './random.ts';

/** Who calls, when, from where. */
export type CallPlace = Pick<
  WorldInvocation,
  | 'time'
  | 'region'
  | 'caller'
  | 'sourceIp'
  | 'userAgent'
  | 'vpcEndpointId'
  | 'bearerToken'
  | 'requestMetadata'
> & {
  /** Since when the account and Region log invocations, in milliseconds; null where they do not. */
  readonly loggedSince: number | null;
};

/**
 * Joins the two halves of a call and draws its ids. Every member is named: copying with spreads
 * made the whole history four times slower to build.
 */
export function toInvocation(place: CallPlace, use: ModelUse, random: Random): WorldInvocation {
  return {
    time: place.time,
    requestId: random.uuid(),
    eventId: random.uuid(),
    accountId: place.caller.accountId,
    region: place.region,
    inferenceRegion: use.inferenceRegion,
    operation: use.operation,
    modelId: use.modelId,
    caller: place.caller,
    sourceIp: place.sourceIp,
    userAgent: place.userAgent,
    vpcEndpointId: place.vpcEndpointId,
    bearerToken: place.bearerToken,
    inputTokens: use.inputTokens,
    outputTokens: use.outputTokens,
    cacheReadTokens: use.cacheReadTokens,
    cacheWrite5mTokens: use.cacheWrite5mTokens,
    cacheWrite1hTokens: use.cacheWrite1hTokens,
    images: use.images,
    searchUnits: use.searchUnits,
    latencyMs: use.latencyMs,
    timeToFirstTokenMs: use.timeToFirstTokenMs,
    serviceTier: use.serviceTier,
    guardrail: use.guardrail,
    stopReason: use.stopReason,
    errorCode: use.errorCode,
    requestMetadata: place.requestMetadata,
    logged: isLogged(place, use),
  };
}

/** Calls that IAM refuses never reach the model, so its logs do not have them. */
function isLogged({ time, loggedSince }: CallPlace, { errorCode }: ModelUse): boolean {
  return loggedSince !== null && time >= loggedSince && errorCode !== 'AccessDeniedException';
}
