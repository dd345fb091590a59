import type { WorldInvocation } from '../../../../../electron/backend/demo/world/world.ts';

/** A plain successful call; tests change what they are about. */
export function invocation(change: Partial<WorldInvocation> = {}): WorldInvocation {
  return {
    time: Date.parse('2026-11-19T14:05:09Z'),
    requestId: '0d9f7a52-6f4e-4c55-9b1d-2f1c5a7e9b30',
    eventId: '5c0e6f1e-91c3-4f0a-8d64-7a1f5d3b2c10',
    accountId: '222233334444',
    region: 'us-east-1',
    inferenceRegion: null,
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-5-5',
    caller: {
      kind: 'AssumedRole',
      arn: 'arn:aws:iam::222233334444:role/service-role/summarizer',
      principalId: 'AROAEXAMPLEEXAMPLE123',
      accountId: '222233334444',
      sessionName: 'task-1',
      sourceIdentity: null,
      accessKeyId: 'ASIAEXAMPLEEXAMPLE12',
    },
    sourceIp: '10.20.1.9',
    userAgent: 'Boto3/1.43.11',
    vpcEndpointId: null,
    bearerToken: false,
    inputTokens: 100,
    outputTokens: 40,
    cacheReadTokens: 2_000,
    cacheWrite5mTokens: 300,
    cacheWrite1hTokens: 0,
    images: null,
    searchUnits: null,
    latencyMs: 1_400,
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
