import { expect, test } from 'vitest';
import { breakableParts } from '../../../renderer/components/breakable.tsx';
import { principalName } from '../../../renderer/components/principal-name.ts';

test.each([
  ['InvokeModelWithResponseStream', ['Invoke', 'Model', 'With', 'Response', 'Stream']],
  ['guardrail/979hucdfan1i:1', ['guardrail/', '979hucdfan1i:1']],
  ['us.anthropic.claude-opus-5-5', ['us.', 'anthropic.', 'claude-', 'opus-', '5-5']],
  ['published-2026-10-07', ['published-', '2026-10-07']],
  ['Claude Haiku 5.5', ['Claude Haiku 5.5']],
  ['bedrock.amazonaws.com', ['bedrock.', 'amazonaws.', 'com']],
  ['a:123:b', ['a:', '123:', 'b']],
  ['us-east-1', ['us-', 'east-', '1']],
  ['S3', ['S3']],
  ['KMSKey', ['KMSKey']],
  ['', ['']],
])('%s may break into %j', (text, parts) => {
  expect(breakableParts(text)).toEqual(parts);
  expect(parts.join('')).toBe(text);
});

test.each([
  ['AWSReservedSSO_DeveloperAccess_3f9d1c7be2a40586', 'DeveloperAccess (SSO)'],
  ['AWSReservedSSO_Data_Science_3f9d1c7be2a40586', 'Data_Science (SSO)'],
  ['AWSReservedSSO_DeveloperAccess', 'AWSReservedSSO_DeveloperAccess'],
  ['batch-etl', 'batch-etl'],
])('%s is known as %s', (label, name) => {
  expect(principalName(label)).toBe(name);
});
