import { describe, expect, test } from 'vitest';
import { testCondition } from '../../../../shared/access/conditions/test-condition.ts';
import { createContext } from '../../../../shared/access/context.ts';
import { conditionPhrase } from '../../../../shared/access/explain/condition-words.ts';
import { readCaller } from '../../../../shared/access/matching/caller.ts';
import { readOperator } from '../../../../shared/access/policy/operators.ts';

describe('keys that readers meet often', () => {
  test.each([
    ['Bool', 'aws:MultiFactorAuthPresent', ['true'], 'with multi-factor authentication'],
    [
      'BoolIfExists',
      'aws:MultiFactorAuthPresent',
      ['false'],
      'without multi-factor authentication, or with credentials that do not tell',
    ],
    ['IpAddress', 'aws:SourceIp', ['203.0.113.0/24'], 'from 203.0.113.0/24'],
    [
      'NotIpAddress',
      'aws:SourceIp',
      ['203.0.113.0/24', '198.51.100.0/24'],
      'from anywhere but 203.0.113.0/24 and 198.51.100.0/24, or without a source address',
    ],
    [
      'ArnLike',
      'bedrock:GuardrailIdentifier',
      ['arn:aws:bedrock:us-east-1:222222222222:guardrail/g1'],
      'with guardrail arn:aws:bedrock:us-east-1:222222222222:guardrail/g1',
    ],
    ['StringLike', 'bedrock:guardrailidentifier', ['*'], 'with a guardrail'],
    ['StringNotLike', 'bedrock:GuardrailIdentifier', ['*'], 'without a guardrail'],
    ['Null', 'bedrock:GuardrailIdentifier', ['true'], 'without a guardrail'],
    ['Null', 'bedrock:GuardrailIdentifier', ['false'], 'with a guardrail'],
    [
      'StringNotEquals',
      'aws:RequestedRegion',
      ['us-east-1', 'us-west-2'],
      'in any Region but us-east-1 and us-west-2, or without a Region',
    ],
    [
      'StringEquals',
      'aws:SourceVpce',
      ['vpce-1', 'vpce-2'],
      'through VPC endpoint vpce-1 or vpce-2',
    ],
    ['StringEqualsIfExists', 'aws:SourceVpc', ['vpc-1'], 'from VPC vpc-1, or without a VPC'],
  ])('%s %s', (operator, key, values, words) => {
    expect(conditionPhrase({ operator, key, values })).toBe(words);
  });
});

/** A pattern with a policy variable. */
const VARIABLE = ['arn:aws:s3:::$', '{k:x}'].join('');

describe('all others', () => {
  test.each([
    ['StringLike', ['AROA*', 'AIDA*'], 'where k:x is like AROA* or AIDA*'],
    ['StringNotLike', ['AROA*'], 'where k:x is not like AROA*, or without k:x'],
    ['StringEqualsIgnoreCase', ['a'], 'where k:x is in any case a'],
    ['NumericLessThanEquals', ['3600'], 'where k:x is at most 3600'],
    ['DateGreaterThan', ['2026-01-01T00:00:00Z'], 'where k:x is after 2026-01-01T00:00:00Z'],
    ['Bool', ['true'], 'where k:x is true'],
    ['ArnNotEquals', ['arn:a'], 'where k:x is not like arn:a, or without k:x'],
    ['ForAnyValue:StringEquals', ['a', 'b'], 'where a value of k:x is a or b'],
    ['ForAnyValue:StringNotEquals', ['a'], 'where a value of k:x is not a'],
    ['ForAllValues:StringEquals', ['a'], 'where every value of k:x is a, or without k:x'],
    ['ForAllValues:StringNotLike', ['a*'], 'where no value of k:x is like a*, or without k:x'],
    ['Null', ['true', 'false'], 'with or without k:x'],
    ['Resource', [VARIABLE], `where k:x makes ${VARIABLE} name the resource`],
    ['Unheard', ['a'], 'where Unheard of k:x holds for a'],
  ])('%s', (operator, values, words) => {
    expect(conditionPhrase({ operator, key: 'k:x', values })).toBe(words);
  });
});

const COMPARED = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ...['StringLike', 'StringNotLike', 'NumericEquals', 'NumericNotEquals', 'NumericLessThan'],
  ...['DateEquals', 'DateNotEquals', 'Bool', 'BinaryEquals', 'IpAddress', 'NotIpAddress'],
  ...['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
];
const FORMS = COMPARED.flatMap((name) =>
  ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((quantifier) =>
    ['', 'IfExists'].map((ending) => `${quantifier}${name}${ending}`),
  ),
);

test.each(FORMS)(
  '%s says whether it holds without its key, as the evaluator has it',
  (operator) => {
    const read = readOperator(operator);
    if (read === null) throw new Error(operator);
    const caller = readCaller('arn:aws:iam::222222222222:user/ana');
    const context = createContext({
      caller,
      resource: '*',
      resourceAccount: null,
      keys: {},
      complete: true,
    });
    const condition = { ...read, operator, key: 'k:x', values: ['a'] };
    const holds = testCondition(condition, context, '2012-10-17') === 'yes';
    expect(conditionPhrase(condition).endsWith(', or without k:x')).toBe(holds);
  },
);
