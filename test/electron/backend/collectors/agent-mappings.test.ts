import type { AgentVersion, GetFlowResponse } from '@aws-sdk/client-bedrock-agent';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../../electron/backend/collectors/agents/agent-resource-policies.ts';
import {
  toAgentSettings,
  toGuardrailReference,
} from '../../../../electron/backend/collectors/agents/agent-settings.ts';
import { toExecutor } from '../../../../electron/backend/collectors/agents/agent-version.ts';
import { toAgentAlias } from '../../../../electron/backend/collectors/agents/agents.ts';
import { toFlowNodes } from '../../../../electron/backend/collectors/agents/flow-nodes.ts';
import {
  toFlowSettings,
  toValidations,
} from '../../../../electron/backend/collectors/agents/flows.ts';
import { toPromptSettings } from '../../../../electron/backend/collectors/agents/prompts.ts';

const WHEN = new Date('2026-03-01T00:00:00Z');
const AGENT: AgentVersion = {
  agentId: 'A',
  agentName: 'a',
  agentArn: 'arn:agent',
  version: '1',
  agentStatus: 'PREPARED',
  idleSessionTTLInSeconds: 600,
  agentResourceRoleArn: 'arn:role',
  createdAt: WHEN,
  updatedAt: WHEN,
};

describe('agents', () => {
  it('what AWS leaves out is null, never a guess', () => {
    expect(toAgentSettings(AGENT)).toEqual({
      agentArn: 'arn:agent',
      foundationModel: null,
      agentResourceRoleArn: 'arn:role',
      customerEncryptionKeyArn: null,
      idleSessionTTLInSeconds: 600,
      guardrail: null,
      memory: null,
      agentCollaboration: 'DISABLED',
      orchestrationType: null,
      orchestrationLambdaArn: null,
      overrideLambdaArn: null,
    });
    expect(() => toAgentSettings({ ...AGENT, agentArn: '' })).toThrow(/agentArn/);
  });

  it.each([
    { given: undefined, expected: null },
    { given: {}, expected: null },
    { given: { guardrailIdentifier: '' }, expected: null },
    {
      given: { guardrailIdentifier: 'g' },
      expected: { guardrailIdentifier: 'g', guardrailVersion: 'DRAFT' },
    },
    {
      given: { guardrailIdentifier: 'g', guardrailVersion: '7' },
      expected: { guardrailIdentifier: 'g', guardrailVersion: '7' },
    },
  ])('guardrail $given', ({ given, expected }) => {
    expect(toGuardrailReference(given)).toEqual(expected);
  });

  it.each([
    { given: { enabledMemoryTypes: [] }, expected: null },
    {
      given: { enabledMemoryTypes: ['SESSION_SUMMARY' as const], storageDays: 0 },
      expected: {
        enabledMemoryTypes: ['SESSION_SUMMARY'],
        storageDays: 0,
        maxRecentSessions: null,
      },
    },
  ])('memory $given', ({ given, expected }) => {
    expect(toAgentSettings({ ...AGENT, memoryConfiguration: given }).memory).toEqual(expected);
  });

  it.each([
    { given: { lambda: 'arn:f' }, expected: { lambdaArn: 'arn:f', returnsControl: false } },
    {
      given: { customControl: 'RETURN_CONTROL' as const },
      expected: { lambdaArn: null, returnsControl: true },
    },
    { given: undefined, expected: { lambdaArn: null, returnsControl: false } },
  ])('action group run by $given', ({ given, expected }) => {
    const group = {
      agentId: 'A',
      agentVersion: '1',
      actionGroupId: 'G',
      actionGroupName: 'g',
      actionGroupState: 'ENABLED' as const,
      createdAt: WHEN,
      updatedAt: WHEN,
      actionGroupExecutor: given,
    };
    expect(toExecutor(group)).toEqual({ ...expected, parentActionSignature: null });
  });

  it('an alias without routing routes nowhere and accepts invocations', () => {
    const summary = {
      agentAliasId: 'X',
      agentAliasName: 'x',
      agentAliasStatus: 'PREPARED' as const,
      createdAt: WHEN,
      updatedAt: WHEN,
    };
    expect(toAgentAlias(summary)).toMatchObject({
      agentVersions: [],
      aliasInvocationState: 'ACCEPT_INVOCATIONS',
    });
    const split = [
      { agentVersion: '2' },
      { provisionedThroughput: 'arn:p' },
      { agentVersion: '3' },
    ];
    expect(toAgentAlias({ ...summary, routingConfiguration: split }).agentVersions).toEqual([
      '2',
      '3',
    ]);
  });
});

describe('flows and prompts', () => {
  const ask = {
    name: 'ask',
    type: 'Prompt' as const,
    configuration: {
      prompt: {
        sourceConfiguration: { resource: { promptArn: 'arn:p' } },
        guardrailConfiguration: { guardrailIdentifier: 'g', guardrailVersion: '1' },
      },
    },
  };
  const loop = {
    name: 'retry',
    type: 'Loop' as const,
    configuration: { loop: { definition: { nodes: [ask], connections: [] } } },
  };

  it('nodes inside of loops are told with the way to them', () => {
    const again = {
      ...loop,
      name: 'outer',
      configuration: { loop: { definition: { nodes: [loop] } } },
    };
    const nodes = toFlowNodes({ nodes: [again] });
    expect(nodes.map(({ name }) => name)).toEqual(['outer', 'outer/retry', 'outer/retry/ask']);
    expect(nodes[2]).toMatchObject({ promptArn: 'arn:p', guardrail: { guardrailVersion: '1' } });
  });

  it('a flow without definition has no nodes, and a version no validations', () => {
    const flow: GetFlowResponse = {
      name: 'f',
      id: 'F',
      arn: 'arn:f',
      status: 'Prepared',
      executionRoleArn: 'arn:r',
      createdAt: WHEN,
      updatedAt: WHEN,
      version: 'DRAFT',
    };
    expect(toFlowSettings(flow)).toMatchObject({ nodes: [], validations: null });
    expect(toValidations(flow)).toEqual([]);
    const validations = [{ message: 'broken', severity: undefined }];
    expect(toValidations({ ...flow, validations })).toEqual([
      { severity: 'Error', type: null, message: 'broken' },
    ]);
  });

  it('of a prompt everything but its wording is kept', () => {
    const settings = toPromptSettings({
      name: 'p',
      id: 'P',
      arn: 'arn:p',
      version: 'DRAFT',
      createdAt: WHEN,
      updatedAt: WHEN,
      variants: [
        {
          name: 'v',
          templateType: 'TEXT',
          templateConfiguration: { text: { text: 'the secret wording' } },
          modelId: 'm',
        },
      ],
    });
    expect(settings).toEqual({
      customerEncryptionKeyArn: null,
      defaultVariant: null,
      variants: [{ name: 'v', templateType: 'TEXT', modelId: 'm', agentIdentifier: null }],
    });
  });

  it.each([
    { given: undefined, expected: null },
    { given: '', expected: null },
    { given: '{"Version":"2012-10-17"}', expected: '{"Version":"2012-10-17"}' },
  ])('policy $given', ({ given, expected }) => {
    expect(documentOf(given)).toBe(expected);
  });
});
