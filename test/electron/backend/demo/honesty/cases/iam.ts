import { reportId } from '../../../../../../electron/backend/demo/services/iam/last-accessed.ts';
import { call, DEFAULT_ACCOUNT, world } from '../honesty-case.ts';

const [key] = world.accessKeys(DEFAULT_ACCOUNT);
const report = {
  principalArn: `arn:aws:iam::${DEFAULT_ACCOUNT}:role/batch-etl`,
  granularity: 'ACTION_LEVEL',
};

export const iamCases = [
  call('iam', 'GetAccountAuthorizationDetails', { MaxItems: 20 }),
  call('iam', 'GetAccountAuthorizationDetails', { Filter: ['LocalManagedPolicy'] }),
  call(
    'iam',
    'ListServiceSpecificCredentials',
    { AllUsers: true, MaxItems: 2 },
    { accountId: '333344445555' },
  ),
  call(
    'iam',
    'ListServiceSpecificCredentials',
    { AllUsers: true, ServiceName: 'bedrock.amazonaws.com' },
    { accountId: '666677778888' },
  ),
  call('iam', 'ListAccessKeys', { UserName: 'legacy-reporting' }),
  call('iam', 'GetAccessKeyLastUsed', { AccessKeyId: key?.accessKeyId ?? '' }),
  call('iam', 'GenerateServiceLastAccessedDetails', {
    Arn: report.principalArn,
    Granularity: report.granularity,
  }),
  call('iam', 'GetServiceLastAccessedDetails', { JobId: reportId(report) }),
];
