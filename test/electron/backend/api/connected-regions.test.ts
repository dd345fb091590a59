import { expect, test } from 'vitest';
import { connectedRegions } from '../../../../electron/backend/api/current-places.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import { sampleConnection } from '../../../helpers/sample-answers.ts';

const OWN = '111111111111';
const MEMBER = '222222222222';

function connection(over: Partial<Connection>): Connection {
  return {
    ...sampleConnection,
    accountId: OWN,
    regions: ['eu-west-1'],
    organization: null,
    ...over,
  };
}

function organization(...accountIds: readonly string[]): Connection['organization'] {
  return {
    rolePattern: 'arn:aws:iam::{account}:role/R',
    accounts: accountIds.map((accountId) => ({ accountId, name: accountId })),
  };
}

test('the Regions of each account that is read, its account-wide readings among them', () => {
  const connections = [
    connection({ organization: organization(OWN, MEMBER) }),
    connection({ regions: ['us-east-1'] }),
  ];
  expect(connectedRegions(connections)).toEqual(
    new Map([
      [OWN, new Set(['global', 'eu-west-1', 'us-east-1'])],
      [MEMBER, new Set(['global', 'eu-west-1'])],
    ]),
  );
});

test.each([
  ['a connection that was never tested', [connection({}), connection({ accountId: null })]],
  [
    'an organisation whose accounts were not listed yet',
    [connection({ organization: organization() })],
  ],
])('%s: which accounts are read is not known', (_, connections) => {
  expect(connectedRegions(connections)).toBeNull();
});

test('without a connection nothing is read', () => {
  expect(connectedRegions([])).toEqual(new Map());
});
