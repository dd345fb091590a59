import { expect, test } from 'vitest';
import { brokenApprovals } from '../../../../shared/cost/what-if/broken-approvals.ts';
import type { Approvals, WhatIfRow } from '../../../../shared/cost/what-if/what-if-answer.ts';
import { FREE, row } from './builders.ts';

const APPROVALS: Approvals = {
  approvedModels: ['test.dear'],
  approvedRegions: ['us-east-1'],
  destinationsOf: ({ scope, baseModelId }) =>
    baseModelId === 'test.unread'
      ? null
      : scope === 'global'
        ? ['us-east-1', 'ap-south-1']
        : ['us-east-1', 'us-west-2'],
};

test.each<[string, Partial<WhatIfRow>, readonly string[]]>([
  ['all approved', {}, []],
  ['a model', { baseModelId: 'test.cheap' }, ['model test.cheap']],
  ['a Region that is called', { region: 'eu-west-1' }, ['region eu-west-1']],
  ['a geography', { scope: 'geographic' }, ['region us-west-2']],
  ['the world', { scope: 'global' }, ['region ap-south-1']],
  [
    'destinations that were not read',
    { baseModelId: 'test.unread', scope: 'global' },
    ['destination-not-known test.unread (global, us-east-1)', 'model test.unread'],
  ],
  ['nothing used', { baseModelId: 'test.cheap', quantity: 0 }, []],
  ['images are moved by nobody', { baseModelId: 'test.cheap', unit: 'images' }, []],
])('%s', (_, over, broken) => {
  const found = brokenApprovals([row()], [row(over)], APPROVALS);
  expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual(broken);
  for (const { reason, already } of found) {
    expect(reason).toMatch(/\.$/);
    expect(already).toBe(false);
  }
});

test('what is broken today is told apart', () => {
  const today = row({ region: 'eu-west-1' });
  const after = row({ region: 'eu-west-1', baseModelId: 'test.cheap' });
  expect(brokenApprovals([today], [after], APPROVALS)).toMatchObject([
    { kind: 'model', already: false },
    { kind: 'region', name: 'eu-west-1', already: true },
  ]);
});

test.each([
  [{ quantity: 1_000_000 }, { quantity: 1_000_000 }, true],
  [{ quantity: 1_000_000 }, { quantity: 400_000 }, true],
  [{ quantity: 400_000 }, { quantity: 1_000_000 }, false],
])('what is broken by %o today and by %o then is broken already: %s', (before, after, already) => {
  const world = { scope: 'global' } as const;
  const found = brokenApprovals(
    [row({ ...world, ...before })],
    [row({ ...world, ...after })],
    APPROVALS,
  );
  expect(found).toMatchObject([{ kind: 'region', name: 'ap-south-1', already }]);
  expect(found[0]?.reason.endsWith('this adds to it.')).toBe(!already);
});

test('nothing said, nothing broken', () => {
  expect(brokenApprovals([], [row({ scope: 'global' })], FREE)).toEqual([]);
});
