import { call } from '../honesty-case.ts';

export const iamCases = [
  call('iam', 'GetAccountAuthorizationDetails', { MaxItems: 20 }),
  call('iam', 'GetAccountAuthorizationDetails', { Filter: ['LocalManagedPolicy'] }),
];
