import { expect, test } from 'vitest';
import {
  guardrailFreedom,
  guardrailUses,
} from '../../../../shared/access/catalogue/guardrail-uses.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { ANYTHING, OFFERED, preflightOf, userWith } from '../preflight/asking.ts';
import { ACCOUNT } from './offered.ts';

const GUARDRAIL = `arn:aws:bedrock:us-east-1:${ACCOUNT}:guardrail/abc123def456`;
const PLACE = { accountId: ACCOUNT, region: 'us-east-1' };
const USES = guardrailUses(PLACE, { guardrailArn: GUARDRAIL, version: '1' });

/** The five ways to force a guardrail of the Amazon Bedrock User Guide, as Deny statements. */
test.each([
  ['nothing', null, ['allowed', 'allowed', 'allowed', 'allowed']],
  ['one version', ['StringNotEquals', `${GUARDRAIL}:1`], ['denied', 'allowed', 'denied', 'denied']],
  ['the draft', ['StringNotEquals', GUARDRAIL], ['denied', 'denied', 'allowed', 'denied']],
  ['any version', ['ArnNotLike', `${GUARDRAIL}:*`], ['denied', 'allowed', 'denied', 'denied']],
  [
    'any, or the draft',
    ['ArnNotLike', `${GUARDRAIL}*`],
    ['denied', 'allowed', 'allowed', 'denied'],
  ],
  ['some guardrail', ['ArnNotLike', 'arn:*'], ['denied', 'denied', 'denied', 'denied']],
] as const)('a Deny that forces %s', (_, condition, expected) => {
  const found = guardrailFreedom(USES, (keys) => {
    const outcome = preflightOf(denying(condition), { keys });
    return outcome.found ? outcome.judged.decision : null;
  });
  expect(USES.map(({ use }) => found[use])).toEqual(expected);
});

test('without a guardrail to ask about, none and any other are tried', () => {
  expect(guardrailUses(PLACE, null).map(({ use }) => use)).toEqual(['without', 'other']);
});

function denying(condition: readonly [string, string] | null): readonly DatasetReading[] {
  if (condition === null) return [...OFFERED, userWith(ANYTHING)];
  const [operator, value] = condition;
  const deny = {
    Effect: 'Deny',
    Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    Resource: '*',
    Condition: { [operator]: { 'bedrock:GuardrailIdentifier': value } },
  };
  return [...OFFERED, userWith(ANYTHING, deny)];
}
