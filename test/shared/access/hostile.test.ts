import { describe, expect, test } from 'vitest';
import { answerCase } from '../../../shared/access/cases/answer-case.ts';
import { CaseError, readCase } from '../../../shared/access/cases/read-case.ts';

const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x-v1:0';

/** A user with one policy, as text or parsed; `more` overrides members of the case. */
function answer(policy: unknown, more: object = {}) {
  return answerCase(
    readCase({
      id: '1',
      principal: 'arn:aws:iam::111122223333:user/bob',
      action: 'bedrock:InvokeModel',
      resource: MODEL,
      contextComplete: true,
      identityPolicies: [policy],
      ...more,
    }),
  );
}

function statement(more: object): object {
  const usual = { Effect: 'Allow', Action: '*', Resource: '*' };
  return { Version: '2012-10-17', Statement: [{ ...usual, ...more }] };
}

describe('policies that AWS would refuse are told, not obeyed', () => {
  test.each([
    ['no JSON', '{"Version":'],
    ['nothing', ''],
    ['a number', '1e999'],
    ['a list', '[]'],
    ['null', null],
    ['no Statement', '{"Version":"2012-10-17"}'],
    ['lists 100,000 deep', `{"Statement":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['objects 50,000 deep', `${'{"Statement":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['__proto__ as an element', '{"__proto__":{"Statement":[]},"Version":"2012-10-17"}'],
    ['__proto__ as a statement', '{"Statement":[{"__proto__":{"Effect":"Allow"}}]}'],
    [
      '__proto__ as an operator',
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"__proto__":{}}}}',
    ],
    [
      'constructor as an operator',
      '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"constructor":{}}}}',
    ],
    ['an action that is a number', statement({ Action: 1e21 })],
    ['a value that is an object', statement({ Condition: { StringEquals: { k: { a: 'b' } } } })],
    ['both forms', statement({ NotAction: '*' })],
  ])('%s', (_, policy) => {
    const { decision, problems } = answer(policy);
    expect(decision).toBe('unknown');
    expect(problems?.length).toBeGreaterThan(0);
  });
});

test('of a key twice in an object the last one counts, as in every reader of JSON', () => {
  const text = '{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}}';
  expect(answer(text).decision).toBe('denied');
});

test('__proto__ is a condition key like others', () => {
  const policy =
    '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"__proto__":"x"}}}}';
  expect(answer(policy).decision).toBe('denied');
  expect(answer(policy, { context: JSON.parse('{"__proto__":"x"}') }).decision).toBe('allowed');
});

test('numbers without end are no numbers', () => {
  const condition = { NumericLessThan: { k: `${'9'.repeat(200_000)}x` } };
  expect(answer(statement({ Condition: condition }), { context: { k: '1' } }).decision).toBe(
    'denied',
  );
  const text =
    '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericLessThan":{"k":1e999}}}}';
  expect(answer(text, { context: { k: '1' } }).decision).toBe('denied');
});

test('half a character is a character', () => {
  const condition = { StringLike: { k: 'a\uD800?' } };
  const policy = statement({ Condition: condition });
  expect(answer(policy, { context: { k: 'a\uD800\uDC00' } }).decision).toBe('allowed');
  expect(answer(policy, { context: { k: 'a\uDC00b' } }).decision).toBe('denied');
});

describe('a million wildcards are matched in bounded steps', () => {
  const million = 'a*b*c*'.repeat(333_334);
  test.each([
    ['in a resource', statement({ Resource: `arn:aws:bedrock:${million}` })],
    ['in an action', statement({ Action: `bedrock:${million}` })],
    ['in StringLike', statement({ Condition: { StringLike: { k: million } } })],
    ['in ArnLike', statement({ Condition: { ArnLike: { k: `arn:aws:s3:::${million}` } } })],
    ['stars and marks', statement({ Resource: '*?'.repeat(1_000_000) })],
    ['variables without end', statement({ Resource: `arn:aws:bedrock:::${'${'.repeat(500_000)}` })],
    ['variables that have none', statement({ Resource: `a${'${k, '.repeat(300_000)}}` })],
  ])('%s', (_, policy) => {
    const context = { k: 'arn:aws:s3:::abcabcabc'.repeat(300) };
    expect(answer(policy, { context }).decision).toBe('denied');
  });
});

test('stars alone are one star', () => {
  expect(answer(statement({ Resource: '*'.repeat(1_000_000) })).decision).toBe('allowed');
});

test('10,000 statements and 200,000 principals are read', () => {
  const one = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::x' };
  const many = {
    Version: '2012-10-17',
    Statement: [...Array(10_000).fill(one), { ...one, Action: '*', Resource: '*' }],
  };
  const { decision, statements } = answer(many);
  expect([decision, statements.map(({ statement: at }) => at)]).toEqual(['allowed', [10_000]]);
  const principals = Array(200_000).fill('arn:aws:iam::111122223333:user/eve');
  const resourcePolicy = statement({ Principal: { AWS: principals } });
  expect(answer(many, { identityPolicies: [], resourcePolicy }).decision).toBe('denied');
});

test.each([
  ['a resource longer than any', { resource: 'a'.repeat(2_049) }, /^resource is longer/],
  ['a value longer than any', { context: { k: 'a'.repeat(8_193) } }, /^context: k is longer/],
  ['a context that is a list', { context: [] }, /^context must be an object/],
  ['a value that is null', { context: { k: null } }, /^context: k must be a text/],
  ['policies that are an object', { identityPolicies: {} }, /^identityPolicies must be a list/],
  ['levels that are policies', { scps: [{}] }, /^scps\[0\] must be a list/],
  ['a principal that is a number', { principal: 1 }, /^principal must be a text/],
])('%s makes no case', (_, more, message) => {
  expect(() => answer(statement({}), more)).toThrow(CaseError);
  expect(() => answer(statement({}), more)).toThrow(message);
});
