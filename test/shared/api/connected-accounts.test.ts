import { describe, expect, test } from 'vitest';
import { accountsOf, reachedConnections, roleIn } from '../../../shared/api/connected-accounts.ts';
import { connectionInput } from '../../../shared/api/schemas.ts';
import { sampleConnection } from '../../helpers/sample-answers.ts';

const PATTERN = 'arn:aws:iam::{account}:role/team/AssayReader';
const account = (accountId: string, name = `n${accountId}`) => ({ accountId, name });

describe('the accounts of a connection', () => {
  test.each([
    ['of unknown account', null, null, []],
    ['of one account', '1', null, [account('1', 'label')]],
    ['of an organisation never scanned', '1', [], [account('1', 'label')]],
    ['named by the organisation', '1', [account('1'), account('2')], [account('1'), account('2')]],
    ['not itself listed', '3', [account('2')], [account('3', 'label'), account('2')]],
  ])('%s', (_, accountId, accounts, expected) => {
    const organization = accounts === null ? null : { rolePattern: PATTERN, accounts };
    const connection = { ...sampleConnection, label: 'label', accountId, organization };
    expect(accountsOf(connection)).toEqual(expected);
  });
});

test('what a connection is in other accounts has their role, and none has two', () => {
  const organization = {
    rolePattern: PATTERN,
    accounts: [account('1'), account('2'), account('3', '')],
  };
  const first = { ...sampleConnection, id: 'a', accountId: '1', organization };
  const second = { ...sampleConnection, id: 'b', accountId: '2' };
  const reached = reachedConnections([first, second]);
  expect(reached.map(({ id, label, roleArn }) => [id, label, roleArn])).toEqual([
    ['a', first.label, first.roleArn],
    ['a/3', '3', 'arn:aws:iam::3:role/team/AssayReader'],
    ['b', second.label, second.roleArn],
  ]);
  expect(reached[1]).toMatchObject({ accountId: '3', organization: null, regions: first.regions });
});

describe('a role pattern', () => {
  test('has the account in its place', () => {
    expect(roleIn(PATTERN, '111122223333')).toBe('arn:aws:iam::111122223333:role/team/AssayReader');
  });

  test.each([
    [PATTERN, true],
    ['arn:aws-us-gov:iam::{account}:role/R', true],
    ['arn:aws:iam::111122223333:role/R', false],
    ['arn:aws:iam::{account}:user/R', false],
    ['arn:aws:iam::{account}:role/', false],
    ['arn:aws:iam::{account}:role/R{account}', false],
    ['AssayReader', false],
  ])('%s is one: %s', (organizationRole, expected) => {
    const input = { label: 'x', regions: ['us-east-1'], organizationRole };
    expect(connectionInput.safeParse(input).success).toBe(expected);
  });
});
