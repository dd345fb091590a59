import { expect, test } from 'vitest';
import { invocationLoggingEnabled } from '../../../shared/rules/logging/invocation-logging-enabled.ts';
import { notReadYet } from '../../../shared/rules/not-read-yet.ts';
import { ACCOUNT, judge, observed, REGION, reading } from './builders.ts';

const CONNECTED = new Map([[ACCOUNT, new Set(['global', 'us-east-1'])]]);
const SCAN = 'it has not been read yet; run a scan of this account and Region';

test.each([
  ['a place that is connected', { accountId: ACCOUNT, region: 'us-east-1' }, CONNECTED, SCAN],
  ['an account as a whole', { accountId: ACCOUNT, region: 'global' }, CONNECTED, SCAN],
  ['connections that were never read', { accountId: '9', region: 'us-east-1' }, null, SCAN],
  [
    'an account that nothing is connected to',
    { accountId: '999988887777', region: 'us-east-1' },
    CONNECTED,
    'no connection reads account 999988887777; connect it in Settings and scan',
  ],
  [
    'no connection at all',
    { accountId: ACCOUNT, region: 'us-east-1' },
    new Map(),
    `no connection reads account ${ACCOUNT}; connect it in Settings and scan`,
  ],
  [
    'a Region that the connection leaves out',
    { accountId: ACCOUNT, region: 'eu-west-1' },
    CONNECTED,
    `the connection of account ${ACCOUNT} leaves out eu-west-1; add the Region in Settings and scan`,
  ],
])('%s', (_, place, connected, reason) => {
  expect(notReadYet(place, connected)).toBe(reason);
});

test('a finding about an account that only logs name says to connect it', () => {
  const [finding] = judge(invocationLoggingEnabled, [reading('observed-usage', [observed()])], {
    connected: new Map([['999988887777', new Set([REGION])]]),
  });
  expect(finding).toMatchObject({ status: 'unknown' });
  expect(finding?.reason).toContain(`no connection reads account ${ACCOUNT}; connect it`);
});
