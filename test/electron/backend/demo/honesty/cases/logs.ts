import { INVOCATION_LOG_GROUP } from '../../../../../../electron/backend/demo/world/organization.ts';
import { call, world } from '../honesty-case.ts';

const DUBLIN = { accountId: '555566667777', region: 'eu-west-1' };
const startTime = Date.parse(world.now) - 6 * 3_600_000;

export const logsCases = [
  call(
    'logs',
    'FilterLogEvents',
    { logGroupName: INVOCATION_LOG_GROUP, startTime, limit: 20 },
    DUBLIN,
  ),
  call(
    'logs',
    'FilterLogEvents',
    { logGroupName: INVOCATION_LOG_GROUP, endTime: 1_000, logStreamNames: ['none'] },
    DUBLIN,
  ),
];
