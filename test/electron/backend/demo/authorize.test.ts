import { expect, test } from 'vitest';
import { isDenied } from '../../../../electron/backend/demo/authorize.ts';

test.each([
  ['bedrock:GetGuardrail', ['bedrock:GetGuardrail'], true],
  ['bedrock:GetGuardrail', ['BEDROCK:getguardrail'], true],
  ['bedrock:GetGuardrail', ['bedrock:Get'], false],
  ['bedrock:GetGuardrail', ['bedrock:Get*'], true],
  ['bedrock:GetGuardrail', ['s3:*', 'bedrock:List*'], false],
  ['bedrock:GetGuardrail', ['*'], true],
  ['bedrock:GetGuardrail', ['bedrock.*'], false],
  ['sts:AssumeRole', ['sts:*'], true],
  ['sts:GetCallerIdentity', ['sts:*', '*'], false],
  ['s3:GetObject', [], false],
])('%s with %j denied: %s', (action, denied, expected) => {
  expect(isDenied(action, denied)).toBe(expected);
});
