import { call, DEFAULT_ACCOUNT, world } from '../honesty-case.ts';

const [trail] = world.trails(DEFAULT_ACCOUNT);

export const cloudtrailCases = [
  call('cloudtrail', 'LookupEvents', { MaxResults: 50 }),
  call('cloudtrail', 'ListPublicKeys', {
    StartTime: new Date('2026-11-01T00:00:00Z'),
    EndTime: new Date('2026-11-20T00:00:00Z'),
  }),
  call('cloudtrail', 'DescribeTrails'),
  call('cloudtrail', 'GetTrailStatus', { Name: trail?.trailArn }),
  call('cloudtrail', 'GetEventSelectors', { TrailName: trail?.trailArn }),
];
