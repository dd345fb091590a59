import { expect, test } from 'vitest';
import { readResourcePattern } from '../../../../shared/access/lint/resource-pattern.ts';

const START = 'arn:aws:bedrock:us-east-1:111122223333:';

test.each([
  ['*', 'anything', []],
  ['arn:aws:bedrock:*', 'anything', []],
  ['arn:aws:*:*:*:foundation-model/x', 'anything', []],
  [`${START}*`, 'anything', []],
  ['arn:aws:s3:::bucket/*', 'other', []],
  ['bucket', 'other', []],
  [`${START}guardrail/x`, 'known', ['guardrail']],
  [`${START}guardrail*`, 'known', ['guardrail', 'guardrail-profile']],
  [`${START}flow/A/alias/B`, 'known', ['flow-alias']],
  [`${START}flow/A`, 'known', ['flow']],
  [`${START}flow/*`, 'known', ['flow', 'flow-alias', 'flow-execution']],
  [`${START}\${aws:PrincipalTag/kind}/x`, 'known', 'all'],
  [`${START}foundation-models/x`, 'known', []],
  ['arn:aws:bedrock-mantle:*:*:project/*', 'known', ['project']],
])('%s can name %s %s', (text, reach, types) => {
  const pattern = readResourcePattern(text);
  expect(pattern.reach).toBe(reach);
  if (types === 'all') expect(pattern.types.length).toBe(40);
  else expect(pattern.types.map(({ name }) => name)).toEqual(types);
});
