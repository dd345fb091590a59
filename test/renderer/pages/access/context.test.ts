import { expect, test } from 'vitest';
import { readFilters, writeFilters } from '../../../../renderer/filters.ts';
import { questionFilters, tabAddress } from '../../../../renderer/pages/access/access-filters.ts';
import {
  contextWords,
  isAddress,
} from '../../../../renderer/pages/access/context/context-words.ts';
import { questionOf } from '../../../../renderer/pages/access/use-question.ts';

test.each([
  ['', 'invoke', null, {}, false],
  ['?operation=stream&region=us-east-1', 'stream', 'us-east-1', {}, false],
  ['?with=aws:SourceIp=203.0.113.7', 'invoke', null, { 'aws:SourceIp': ['203.0.113.7'] }, false],
  [
    '?with=bedrock:GuardrailIdentifier=',
    'invoke',
    null,
    { 'bedrock:GuardrailIdentifier': [] },
    false,
  ],
  ['?with=k=a%3Db&with=k=c&with=broken', 'invoke', null, { k: ['a=b', 'c'] }, false],
  ['?unread=allows', 'invoke', null, {}, true],
])('the question of the address %s', (search, operation, region, keys, assumeUnreadAllows) => {
  const values = readFilters(questionFilters, search);
  expect(questionOf(values)).toEqual({ operation, region, context: { keys, assumeUnreadAllows } });
  expect(readFilters(questionFilters, writeFilters(questionFilters, '', values))).toEqual(values);
});

const GUARDRAIL = 'arn:aws:bedrock:us-east-1:1:guardrail/abc';

test.each([
  ['aws:MultiFactorAuthPresent', ['true'], 'with MFA'],
  ['aws:MultiFactorAuthPresent', ['false'], 'without MFA'],
  ['aws:SourceIp', ['203.0.113.7'], 'from 203.0.113.7'],
  ['aws:SourceVpce', [], 'not through a VPC endpoint'],
  ['bedrock:GuardrailIdentifier', [], 'without a guardrail'],
  ['bedrock:GuardrailIdentifier', [GUARDRAIL], 'with guardrail/abc DRAFT'],
  ['bedrock:GuardrailIdentifier', [`${GUARDRAIL}:3`], 'with guardrail/abc version 3'],
  ['bedrock:ServiceTier', ['flex'], 'service tier flex'],
  ['aws:PrincipalTag/team', ['search', 'ads'], 'aws:PrincipalTag/team is search or ads'],
  ['aws:UserAgent', [], 'no aws:UserAgent'],
])('%s %j in words', (key, values, words) => {
  expect(contextWords(key, values)).toBe(words);
});

test.each([
  ['203.0.113.7', true],
  ['2001:db8::1', true],
  ['203.0.113.256', false],
  ['203.0.113.0/24', false],
  ['office', false],
  ['', false],
])('%s is an address: %s', (text, is) => {
  expect(isAddress(text)).toBe(is);
});

test('who, what and the context go along to another tab, filters of the matrix do not', () => {
  const search = '?tab=matrix&principal=p&model=m&with=k%3Dv&group=team&region=us-east-1';
  expect(tabAddress('who-can', search)).toBe(
    '/access?tab=who-can&principal=p&model=m&with=k%3Dv&region=us-east-1',
  );
  expect(tabAddress('what-can', search, { model: '', principal: 'q' })).toBe(
    '/access?tab=what-can&with=k%3Dv&region=us-east-1&principal=q',
  );
});
