import { describe, expect, test } from 'vitest';
import { jsonPositions } from '../../../../shared/access/lint/json-positions.ts';
import { lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';

const TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Action": "s3:*",
      "Resource": "*" },
    {
      "Sid": "a \\"quoted\\" {[,:] one",
      "Effect": "Allow",
      "Action": [
        "bedrock:InvokeModel",
        "bedrock:Converse"
      ],
      "Resource": "*",
      "Condition": {
        "StringEquals": {
          "a.b:c[0].d":
            ["x",
             "y"],
          "a.b": "z"
        }
      }
    }
  ]
}`;

describe('the line of a path', () => {
  test.each([
    ['', 1],
    ['Version', 2],
    ['Statement', 3],
    ['Statement[0]', 4],
    ['Statement[0].Resource', 5],
    ['Statement[0].Action[0]', 4],
    ['Statement[1].Sid', 7],
    ['Statement[1].Action', 9],
    ['Statement[1].Action[1]', 11],
    ['Statement[1].NotAction', 6],
    ['Statement[1].Condition.StringEquals.a.b:c[0].d', 16],
    ['Statement[1].Condition.StringEquals.a.b:c[0].d[1]', 18],
    ['Statement[1].Condition.StringEquals.a.b', 19],
    ['Statement[7].Effect', 3],
    ['Nothing', 1],
  ])('%s', (path, line) => {
    expect(jsonPositions(TEXT).lineOf(path)).toBe(line);
  });
});

test('one statement may stand without a list', () => {
  const { lineOf } = jsonPositions('{"Statement":\n{"Effect":"Allow",\n"Action":"*"}}');
  expect(lineOf('Statement[0].Action[0]')).toBe(3);
});

test('members that stand twice are told with their path', () => {
  const text = '{"a":1,"b":[{"c":1,"c":2,"\\u0063":3}],"a":{"a":1}}';
  expect(jsonPositions(text).repeated).toEqual(['b[0].c', 'b[0].c', 'a']);
});

test('findings have the line of what they speak of', () => {
  const { findings } = lintPolicy(TEXT, 'identity');
  const action = findings.find(({ check }) => check === 'unknown-action');
  expect([action?.path, action?.line]).toEqual(['Statement[1].Action[1]', 11]);
  const lines = findings.map(({ line }) => line ?? 0);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
});
