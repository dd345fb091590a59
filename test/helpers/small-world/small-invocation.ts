import type { WorldInvocation } from '../../../electron/backend/demo/world/world.ts';

/** A successful Converse call of the small world, with some members replaced. */
export function smallInvocation(change: Partial<WorldInvocation>): WorldInvocation {
  return {
    time: 0,
    requestId: 'request-1',
    eventId: 'event-1',
    accountId: '111111111111',
    region: 'us-east-1',
    inferenceRegion: null,
    operation: 'Converse',
    modelId: 'acme.text-v1:0',
    caller: {
      kind: 'AssumedRole',
      arn: 'arn:aws:iam::111111111111:role/role-0',
      principalId: 'AROACALLER:session-1',
      accountId: '111111111111',
      sourceIdentity: null,
      sessionName: 'session-1',
      accessKeyId: 'ASIAAPP',
    },
    sourceIp: '10.0.0.1',
    userAgent: 'test',
    vpcEndpointId: null,
    bearerToken: false,
    inputTokens: 10,
    outputTokens: 5,
    cacheReadTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    images: null,
    searchUnits: null,
    latencyMs: 100,
    timeToFirstTokenMs: null,
    serviceTier: 'default',
    guardrail: null,
    stopReason: 'end_turn',
    errorCode: null,
    requestMetadata: null,
    logged: true,
    ...change,
  };
}
