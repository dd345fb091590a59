import { describe, expect, test } from 'vitest';
import { policyConditionKeysExist } from '../../../shared/rules/access/policy-condition-keys-exist.ts';
import { DENIED, judge, verdictOf } from './builders.ts';
import { allow, deny, iam, NO_IAM, organization, role, scp } from './policy-builders.ts';

const known = { Condition: { StringLike: { 'bedrock:GuardrailIdentifier': '*' } } };
const wrong = { Condition: { StringEquals: { 'bedrock:ModelId': 'test.model' } } };
const judged = (statements: Parameters<typeof role>[0]) =>
  verdictOf(judge(policyConditionKeysExist, [iam([role(statements)]), organization()]));

describe('conditions name keys that exist', () => {
  test('pass', () => {
    expect(judged([allow('bedrock:InvokeModel', known)])).toEqual([
      'pass',
      'own names bedrock:GuardrailIdentifier: AWS lists it.',
    ]);
  });

  test('fail: names the statement and what to write', () => {
    const [status, reason] = judged([allow('bedrock:List*'), allow('bedrock:InvokeModel', wrong)]);
    expect(status).toBe('fail');
    expect(reason).toContain('own, statement 2:');
    expect(reason).toContain('bedrock:ModelId');
    expect(reason).toContain('Name models in Resource by their ARNs');
  });

  test.each([
    ['no conditions', [allow('bedrock:InvokeModel')]],
    [
      'statements of other services',
      [allow('s3:GetObject', { Condition: { Bool: { 'aws:Nothing': 'true' } } })],
    ],
  ])('none: %s', (_, statements) => {
    expect(judged(statements)[0]).toBe('not-applicable');
  });

  test('an SCP is judged where it is attached; one that was not read is unknown', () => {
    const bad = scp([deny('bedrock:InvokeModel', wrong)]);
    const of = (policy: typeof bad) =>
      judge(policyConditionKeysExist, [iam([]), organization([policy])]).map(
        ({ status }) => status,
      );
    expect(of(bad)).toEqual(['fail']);
    expect(of({ ...bad, targets: { read: true, value: [] } })).toEqual(['not-applicable']);
    expect(of({ ...bad, content: { read: false, outcome: DENIED } })).toEqual(['unknown']);
  });

  test('unknown: IAM is denied', () => {
    const findings = judge(policyConditionKeysExist, [NO_IAM, organization()]);
    expect(verdictOf(findings)[0]).toBe('unknown');
  });
});
