import { expect, test } from 'vitest';
import { nearestName } from '../../../../shared/access/lint/nearest-name.ts';

const NAMES = ['bedrock:InvokeModel', 'bedrock:InvokeAgent', 'bedrock:InvokeFlow'];

test.each([
  ['bedrock:invokemodel', 'bedrock:InvokeModel'],
  ['bedrock:InvokModels', 'bedrock:InvokeModel'],
  ['bedrock:InvokeAgnet', 'bedrock:InvokeAgent'],
  ['s3:GetObject', null],
  ['', null],
  ['bedrock:InvokeModel'.repeat(10), null],
])('%s is nearest to %s', (text, near) => {
  expect(nearestName(text, NAMES)).toBe(near);
});
