import { call, world } from '../honesty-case.ts';

const [, RoleArn = ''] = world.readerRoleArns;

export const stsCases = [
  call('sts', 'GetCallerIdentity'),
  call('sts', 'AssumeRole', { RoleArn, RoleSessionName: 'honesty' }, { accountId: '111122223333' }),
];
