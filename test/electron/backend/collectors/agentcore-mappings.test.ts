import type {
  GetAgentRuntimeResponse,
  GetGatewayResponse,
  GetGatewayTargetResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import { describe, expect, it } from 'vitest';
import { toBrowserSettings } from '../../../../electron/backend/collectors/agentcore/browsers.ts';
import { toTargetSettings } from '../../../../electron/backend/collectors/agentcore/gateway-targets.ts';
import { toGatewaySettings } from '../../../../electron/backend/collectors/agentcore/gateways.ts';
import { toProvider } from '../../../../electron/backend/collectors/agentcore/identities.ts';
import { toMemorySettings } from '../../../../electron/backend/collectors/agentcore/memories.ts';
import { toEnginePolicy } from '../../../../electron/backend/collectors/agentcore/policy-engines.ts';
import { toRuntimeSettings } from '../../../../electron/backend/collectors/agentcore/runtimes.ts';

const WHEN = new Date('2026-03-01T00:00:00Z');
const RUNTIME: GetAgentRuntimeResponse = {
  agentRuntimeArn: 'arn:r',
  agentRuntimeName: 'r',
  agentRuntimeId: 'r-1',
  agentRuntimeVersion: '1',
  createdAt: WHEN,
  lastUpdatedAt: WHEN,
  roleArn: 'arn:role',
  status: 'READY',
  lifecycleConfiguration: {},
};
const GATEWAY: GetGatewayResponse = {
  gatewayArn: 'arn:g',
  gatewayId: 'g',
  name: 'g',
  createdAt: WHEN,
  updatedAt: WHEN,
  status: 'READY',
  authorizerType: 'NONE',
};

describe('runtimes', () => {
  it('what AWS leaves out is null, and a network on a capacity provider has no mode', () => {
    expect(toRuntimeSettings(RUNTIME)).toEqual({
      roleArn: 'arn:role',
      network: { networkMode: null, subnets: [], securityGroups: [] },
      jwtAuthorizer: null,
      serverProtocol: null,
      environmentVariableNames: [],
      artifact: null,
      requireMMDSV2: null,
      idleRuntimeSessionTimeout: null,
      maxLifetime: null,
      workloadIdentityArn: null,
    });
  });

  it('values of environment variables are not kept', () => {
    const environmentVariables = { PASSWORD: 'hunter2', A: '1' };
    const settings = toRuntimeSettings({ ...RUNTIME, environmentVariables });
    expect(settings.environmentVariableNames).toEqual(['A', 'PASSWORD']);
    expect(JSON.stringify(settings)).not.toContain('hunter2');
  });

  it.each([
    { given: { containerConfiguration: { containerUri: 'i:1' } }, expected: 'i:1' },
    {
      given: {
        codeConfiguration: {
          code: { s3: { bucket: 'b', prefix: 'a/c.zip' } },
          runtime: 'PYTHON_3_13' as const,
          entryPoint: ['m'],
        },
      },
      expected: 's3://b/a/c.zip',
    },
  ])('artifact $expected', ({ given, expected }) => {
    expect(toRuntimeSettings({ ...RUNTIME, agentRuntimeArtifact: given }).artifact).toBe(expected);
  });
});

describe('gateways', () => {
  it('what AWS leaves out is null: no engine, no key, no DEBUG', () => {
    expect(toGatewaySettings(GATEWAY)).toEqual({
      gatewayArn: 'arn:g',
      roleArn: null,
      kmsKeyArn: null,
      exceptionLevel: null,
      jwtAuthorizer: null,
      policyEngine: null,
      webAclArn: null,
      interceptorLambdaArns: [],
      workloadIdentityArn: null,
    });
  });

  it('a policy engine whose mode is not told enforces nothing', () => {
    const policyEngineConfiguration = { arn: 'arn:e', mode: undefined };
    expect(toGatewaySettings({ ...GATEWAY, policyEngineConfiguration }).policyEngine).toEqual({
      arn: 'arn:e',
      mode: 'LOG_ONLY',
    });
  });

  it.each<{
    readonly given: GetGatewayTargetResponse['targetConfiguration'];
    readonly expected: object;
  }>([
    {
      given: { mcp: { lambda: { lambdaArn: 'arn:f', toolSchema: { inlinePayload: [] } } } },
      expected: { kind: 'mcp.lambda', lambdaArn: 'arn:f', endpoint: null },
    },
    {
      given: { mcp: { mcpServer: { endpoint: 'https://m/x?key=secret' } } },
      expected: { kind: 'mcp.mcpServer', endpoint: 'https://m/x' },
    },
    {
      given: { mcp: { openApiSchema: { s3: { uri: 's3://b/k' } } } },
      expected: { kind: 'mcp.openApiSchema', lambdaArn: null, endpoint: null },
    },
    {
      given: { http: { agentcoreRuntime: { arn: 'arn:r' } } },
      expected: { kind: 'http.agentcoreRuntime', runtimeArn: 'arn:r' },
    },
    {
      given: { inference: { provider: { endpoint: 'https://p/v1?token=t' } } },
      expected: { kind: 'inference.provider', endpoint: 'https://p/v1' },
    },
    { given: undefined, expected: { kind: 'UNKNOWN.UNKNOWN' } },
  ])('target $expected.kind', ({ given, expected }) => {
    const target = {
      gatewayArn: 'arn:g',
      targetId: 'T',
      name: 't',
      createdAt: WHEN,
      updatedAt: WHEN,
      status: 'READY' as const,
      targetConfiguration: given,
      credentialProviderConfigurations: [
        {
          credentialProviderType: 'API_KEY' as const,
          credentialProvider: { apiKeyCredentialProvider: { providerArn: 'arn:p' } },
        },
        { credentialProviderType: 'GATEWAY_IAM_ROLE' as const },
      ],
    };
    const settings = toTargetSettings(target);
    expect(settings).toMatchObject(expected);
    expect(settings.credentials).toEqual([
      { type: 'API_KEY', providerArn: 'arn:p' },
      { type: 'GATEWAY_IAM_ROLE', providerArn: null },
    ]);
  });
});

describe('the rest', () => {
  it.each([
    { given: undefined, expected: null },
    { given: {}, expected: { enabled: false, bucket: null, prefix: null } },
    {
      given: { enabled: true, s3Location: { bucket: 'b', prefix: 'p' } },
      expected: { enabled: true, bucket: 'b', prefix: 'p' },
    },
  ])('recording $given', ({ given, expected }) => {
    const browser = {
      browserId: 'b',
      browserArn: 'arn:b',
      name: 'b',
      status: 'READY' as const,
      createdAt: WHEN,
      lastUpdatedAt: WHEN,
      networkConfiguration: { networkMode: 'PUBLIC' as const },
      recording: given,
    };
    expect(toBrowserSettings(browser).recording).toEqual(expected);
  });

  it('a memory whose expiry is not told is not kept with a guess', () => {
    const memory = {
      arn: 'arn:m',
      id: 'm',
      name: 'm',
      eventExpiryDuration: undefined,
      status: 'ACTIVE' as const,
      createdAt: WHEN,
      updatedAt: WHEN,
    };
    expect(() => toMemorySettings(memory)).toThrow(/eventExpiryDuration/);
    expect(toMemorySettings({ ...memory, eventExpiryDuration: 7 })).toMatchObject({
      eventExpiryDuration: 7,
      encryptionKeyArn: null,
      strategies: [],
    });
  });

  it('a policy from before enforcement modes has none', () => {
    const policy = {
      policyId: 'p',
      name: 'p',
      policyEngineId: 'e',
      policyArn: 'arn:p',
      status: 'ACTIVE' as const,
      createdAt: WHEN,
      updatedAt: WHEN,
    };
    expect(toEnginePolicy(policy).enforcementMode).toBeNull();
  });

  it('a provider without ARN is refused', () => {
    const item = {
      name: 'n',
      credentialProviderArn: undefined,
      createdTime: WHEN,
      lastUpdatedTime: WHEN,
    };
    expect(() => toProvider('api-key-credential-provider', item)).toThrow(/credentialProviderArn/);
  });
});
