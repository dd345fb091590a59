import { describe, expect, test } from 'vitest';
import {
  ACTIONS,
  ALL_ACTIONS_COUNT,
  actionCount,
  actionsMatching,
  CONDITION_KEYS,
  findAction,
  findConditionKey,
  isUnderResourceControlPolicies,
  keyStem,
  RESOURCE_TYPES,
} from '../../../../shared/access/data/service-reference.ts';

describe('the service reference', () => {
  test('knows actions in any case, with their resource types and keys', () => {
    const invoke = findAction('BEDROCK:invokemodel');
    expect(invoke?.action).toBe('bedrock:InvokeModel');
    expect(invoke?.resourceTypes).toContain('bedrock:foundation-model');
    expect(invoke?.keys.has('bedrock:guardrailidentifier')).toBe(true);
    expect(invoke?.keys.has('aws:resourcetag/')).toBe(true);
    expect(findAction('bedrock:Converse')).toBeNull();
    expect(findAction('bedrock-mantle:CreateInference')?.keys.has('bedrock-mantle:model')).toBe(
      true,
    );
  });

  test.each([
    ['bedrock:InvokeModel', ['bedrock:InvokeModel']],
    ['bedrock:invokemodel*', ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream']],
    ['bedrock-websearch:Invoke????ch', ['bedrock-websearch:InvokeSearch']],
    [
      '*:CallWithBearerToken',
      ['bedrock:CallWithBearerToken', 'bedrock-mantle:CallWithBearerToken'],
    ],
    ['s3:GetObject', []],
    ['InvokeModel', []],
  ])('%s names what it names', (pattern, actions) => {
    expect(actionsMatching(pattern).map(({ action }) => action)).toEqual(actions);
  });

  test('counts what wildcards name', () => {
    expect(actionsMatching('*')).toHaveLength(ACTIONS.length);
    expect(actionsMatching('bedrock:*')).toHaveLength(actionCount('bedrock') ?? 0);
    expect(actionCount('s3')).toBeGreaterThan(100);
    expect(actionCount('bedrock-runtime')).toBeNull();
    expect(ALL_ACTIONS_COUNT).toBeGreaterThan(20_000);
  });

  test('knows condition keys, tag keys by what stands before the slash', () => {
    expect(findConditionKey('BEDROCK:guardrailIdentifier')).toEqual({
      key: 'bedrock:GuardrailIdentifier',
      type: 'ARN',
    });
    expect(findConditionKey('bedrock:ModelId')).toBeNull();
    expect(findConditionKey('aws:PrincipalTag/team')?.key).toBe('aws:PrincipalTag/');
    expect(findConditionKey('bedrock-agentcore:InboundJwtClaim/aud')?.type).toBe('ArrayOfString');
    expect(keyStem('aws:ResourceTag/Team')).toBe('aws:resourcetag/');
    expect(CONDITION_KEYS.length).toBeGreaterThan(80);
  });

  test('knows what ARNs look like, and what cannot be tagged', () => {
    const type = (id: string) => RESOURCE_TYPES.find((facts) => facts.id === id);
    expect(type('bedrock:foundation-model')?.arn).toContain('::foundation-model/');
    expect(type('bedrock:foundation-model')?.keys.size).toBe(0);
    expect(type('bedrock:guardrail')?.keys.has('aws:resourcetag/')).toBe(true);
    expect(isUnderResourceControlPolicies('s3')).toBe(true);
  });
});
