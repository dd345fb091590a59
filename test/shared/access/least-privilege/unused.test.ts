import { describe, expect, test } from 'vitest';
import { unusedModels } from '../../../../shared/access/least-privilege/unused-models.ts';
import { wildcardGrants } from '../../../../shared/access/least-privilege/wildcard-grants.ts';
import { readPolicy } from '../../../../shared/access/policy/read-policy.ts';

const MODEL = 'arn:aws:bedrock:*::foundation-model/amazon.x';

function grantsOf(statement: object) {
  const usual = { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: MODEL };
  const document = { Version: '2012-10-17', Statement: [{ ...usual, ...statement }] };
  const policy = readPolicy(JSON.stringify(document), 'identity');
  const placed = {
    id: 'p1',
    name: 'reviewers',
    via: 'attached',
    document: null,
    type: 'identity',
    policy,
  } as const;
  const none = { boundary: null, session: null, scps: null, rcps: null, resource: null };
  return wildcardGrants({ policies: { identity: [placed], ...none } }).map(
    ({ actions, resources }) => ({ actions, resources }),
  );
}

describe('statements that grant by wildcard', () => {
  test.each([
    ['nothing, where all is named', {}, []],
    [
      'actions',
      { Action: ['bedrock:Invoke*', 'bedrock:GetAgent'] },
      [{ actions: ['bedrock:Invoke*'], resources: [] }],
    ],
    ['everything', { Action: '*', Resource: '*' }, [{ actions: ['*'], resources: ['*'] }]],
    [
      'models',
      { Resource: [MODEL, 'arn:aws:bedrock:*::foundation-model/*'] },
      [{ actions: [], resources: ['arn:aws:bedrock:*::foundation-model/*'] }],
    ],
    [
      'all but something',
      { Action: undefined, NotAction: 'iam:*' },
      [{ actions: ['all but iam:*'], resources: [] }],
    ],
    ['nothing of other services', { Action: 's3:*', Resource: '*' }, []],
    ['nothing where it denies', { Effect: 'Deny', Action: '*', Resource: '*' }, []],
  ])('%s', (_, statement, grants) => {
    expect(grantsOf(statement)).toEqual(grants);
  });
});

test.each([
  [['a', 'b'], [], { usedModels: 0, unusedModels: ['a', 'b'], verdict: 'never-used' }],
  [['b', 'a', 'a'], ['b'], { usedModels: 1, unusedModels: ['a'], verdict: 'partly-used' }],
  [['a'], ['a'], { usedModels: 1, unusedModels: [], verdict: 'used' }],
])('of %j, %j were used', (allowed, used, answer) => {
  expect(unusedModels(allowed, { models: new Set<string>(used), isTold: true })).toEqual(answer);
});

test('without anything that names callers, what nobody was seen to use is not known', () => {
  const dark = (used: readonly string[]) =>
    unusedModels(['a', 'b'], { models: new Set(used), isTold: false }).verdict;
  expect([dark([]), dark(['a']), dark(['a', 'b'])]).toEqual(['not-known', 'partly-used', 'used']);
});

test('the first fifty models are named', () => {
  const models = Array.from({ length: 60 }, (_, index) => `m${index + 10}`);
  expect(unusedModels(models, { models: new Set(), isTold: true }).unusedModels).toHaveLength(50);
});
