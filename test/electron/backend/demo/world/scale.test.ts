import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../../../electron/backend/demo/world/create-world.ts';
import { NOW, world } from './test-world.ts';

const large = createWorld({ now: NOW, accounts: 50 });
const added = large.accounts.slice(world.accounts.length);
const isAdded = (accountId: string) => added.some((account) => account.accountId === accountId);

describe('the story', () => {
  test('has eight accounts with six Regions each, however few are asked for', () => {
    expect(world.accounts).toHaveLength(8);
    expect(world.accounts.filter(({ regions }) => regions.length !== 6)).toEqual([]);
    expect(createWorld({ now: NOW, accounts: 1 }).accounts).toHaveLength(8);
  });

  test('is the same in a larger world', () => {
    expect(large.accounts.slice(0, 8)).toEqual(world.accounts);
    expect(large.invocations.filter(({ accountId }) => !isAdded(accountId))).toEqual(
      world.invocations,
    );
  });
});

describe('an account beyond the story', () => {
  test('has an id and a name of its own', () => {
    expect(large.accounts).toHaveLength(50);
    expect(new Set(large.accounts.map(({ accountId }) => accountId)).size).toBe(50);
    expect(new Set(large.accounts.map(({ name }) => name)).size).toBe(50);
    expect(added.filter(({ accountId }) => !/^\d{12}$/.test(accountId))).toEqual([]);
    expect(createWorld({ now: NOW, accounts: 60 }).accounts.slice(0, 50)).toEqual(large.accounts);
  });

  test('has principals that IAM knows, and calls by them', () => {
    for (const { accountId, authorization } of added) {
      const calls = large.invocations.filter((call) => call.accountId === accountId);
      const arns = new Set(authorization.identities.map(({ arn }) => arn));
      expect(arns.size).toBeGreaterThanOrEqual(3);
      expect(calls.length).toBeGreaterThan(100);
      expect(calls.filter(({ caller }) => !arns.has(caller.arn))).toEqual([]);
    }
  });

  test('lets Assay in', () => {
    const root = large.identityOf(large.rootKey.accessKeyId);
    if (root === null) return expect.fail('the first key is unknown');
    for (const { accountId } of added) {
      const role = `arn:aws:iam::${accountId}:role/AssayReader`;
      expect(large.assumeRole(root, role, 'assay')?.identity.accountId).toBe(accountId);
      expect(large.readerRoleArns).toContain(role);
    }
  });

  test('has the same calls in events, metrics and logs', () => {
    const [{ accountId } = { accountId: '' }] = added;
    const calls = large.invocations.filter((call) => call.accountId === accountId);
    const region = calls[0]?.region ?? '';
    const events = large
      .events(accountId, region, 0, Date.parse(NOW) + 1)
      .filter(({ eventName }) => eventName === 'Converse');
    expect(events).toHaveLength(calls.length);
    const [counted] = large
      .metrics(accountId, region)
      .filter(
        ({ metricName, dimensions }) => metricName === 'Invocations' && dimensions.length === 0,
      )
      .map(({ hours }) => [...hours.values()].reduce((sum, { sum: calls }) => sum + calls, 0));
    expect(counted).toBe(calls.length);
    expect(large.invocationLogging(accountId, region).enabled).toBe(true);
    expect(calls.every(({ logged }) => logged)).toBe(true);
    expect(large.trails(accountId).map(({ organization }) => organization)).toEqual([true]);
  });
});
