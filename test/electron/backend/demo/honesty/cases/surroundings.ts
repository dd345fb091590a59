import { call, DEFAULT_ACCOUNT, DEFAULT_REGION, world } from '../honesty-case.ts';

const DUBLIN = { accountId: '555566667777', region: 'eu-west-1' };
const LOG_ARCHIVE = { accountId: '444455556666' };
const SHARED_SERVICES = { accountId: '888899990000' };
const OREGON = { accountId: DEFAULT_ACCOUNT, region: 'us-west-2' };
const [endpoint] = world.vpcEndpoints(DEFAULT_ACCOUNT, DEFAULT_REGION);
const keys = world.kmsKeys(DEFAULT_ACCOUNT, DEFAULT_REGION);
const [doomed] = world.kmsKeys(SHARED_SERVICES.accountId, DEFAULT_REGION);
const [protectedGroup] = world.logGroups(DUBLIN.accountId, DUBLIN.region);
const jobs = world.macie(DEFAULT_ACCOUNT, DEFAULT_REGION)?.jobs ?? [];

/** Every setting of a bucket that has them all, and of the organisation's in another Region's hand. */
const SETTINGS = [
  'GetBucketEncryption',
  'GetPublicAccessBlock',
  'GetBucketPolicyStatus',
  'GetBucketPolicy',
  'GetBucketLifecycleConfiguration',
  'GetBucketVersioning',
  'GetBucketOwnershipControls',
  'GetBucketLocation',
];
const Bucket = `acme-bedrock-logs-${DEFAULT_ACCOUNT}-${DEFAULT_REGION}`;
const western = { Bucket: `acme-bedrock-logs-${DEFAULT_ACCOUNT}-us-west-2` };
const central = { Bucket: 'acme-org-logs-444455556666' };

export const surroundingsCases = [
  ...SETTINGS.map((command) => call('s3', command, { Bucket })),
  call('s3', 'GetObjectLockConfiguration', { Bucket }),
  call('s3', 'GetObjectLockConfiguration', central, LOG_ARCHIVE),
  call('s3', 'GetBucketEncryption', western, OREGON),
  call('s3', 'GetBucketLocation', western, OREGON),
  call('s3', 'ListBuckets'),
  call('s3', 'ListBuckets', { MaxBuckets: 1 }),
  call('logs', 'DescribeLogGroups'),
  call('logs', 'DescribeLogGroups', { logGroupNamePrefix: '/aws/bedrock', limit: 1 }),
  call('logs', 'DescribeLogGroups', {}, DUBLIN),
  call('logs', 'GetDataProtectionPolicy', { logGroupIdentifier: protectedGroup?.name }, DUBLIN),
  call('logs', 'GetDataProtectionPolicy', { logGroupIdentifier: '/aws/lambda/catalog-tagger' }),
  ...keys.map(({ description }) => call('kms', 'DescribeKey', { KeyId: description.keyArn })),
  ...keys
    .filter(({ rotation }) => rotation !== null)
    .map(({ description }) => call('kms', 'GetKeyRotationStatus', { KeyId: description.keyArn })),
  call('kms', 'DescribeKey', { KeyId: doomed?.description.keyArn }, SHARED_SERVICES),
  call('kms', 'DescribeKey', { KeyId: 'alias/guardrails' }),
  call('ec2', 'DescribeVpcEndpoints'),
  call('ec2', 'DescribeVpcEndpoints', { MaxResults: 5 }),
  call('ec2', 'DescribeVpcEndpoints', {}, DUBLIN),
  call('ec2', 'DescribeVpcEndpoints', { VpcEndpointIds: [endpoint?.endpointId] }),
  call('ec2', 'DescribeVpcEndpoints', {
    Filters: [
      { Name: 'service-name', Values: ['com.amazonaws.us-east-1.bedrock*', 'x'] },
      { Name: 'vpc-endpoint-state', Values: ['available'] },
    ],
  }),
  call('ec2', 'DescribeVpcEndpoints', {}, { ...DUBLIN, region: 'eu-central-1' }),
  call('macie', 'GetMacieSession'),
  call('macie', 'GetMacieSession', {}, DUBLIN),
  call('macie', 'ListClassificationJobs'),
  call('macie', 'ListClassificationJobs', { maxResults: 1 }),
  call('macie', 'ListClassificationJobs', {}, DUBLIN),
  ...jobs.map(({ jobId }) => call('macie', 'DescribeClassificationJob', { jobId })),
];

const [fn] = world.functions(DEFAULT_ACCOUNT, DEFAULT_REGION);
const functions = world.functions(DEFAULT_ACCOUNT, DEFAULT_REGION);
const [helpdesk] = world.collections('555566667777', 'eu-central-1');
const [catalog] = world.collections(DEFAULT_ACCOUNT, DEFAULT_REGION);
const FRANKFURT = { accountId: '555566667777', region: 'eu-central-1' };
const NETWORK = { type: 'network' };

export const functionAndCollectionCases = [
  ...functions.map(({ functionArn }) =>
    call('lambda', 'GetFunctionConfiguration', { FunctionName: functionArn }),
  ),
  call('lambda', 'GetFunctionConfiguration', { FunctionName: fn?.functionArn.split(':')[6] }),
  ...functions
    .filter(({ policy }) => policy !== null)
    .map(({ functionArn }) => call('lambda', 'GetPolicy', { FunctionName: functionArn })),
  call('searchServerless', 'BatchGetCollection', { names: ['catalog', 'nowhere'] }),
  call('searchServerless', 'BatchGetCollection', {
    ids: [catalog?.collectionArn.split('/')[1], 'aaaaaaaaaaaaaaaaaaaa'],
  }),
  call('searchServerless', 'BatchGetCollection', { names: [helpdesk?.name] }, FRANKFURT),
  call('searchServerless', 'ListSecurityPolicies', NETWORK),
  call('searchServerless', 'ListSecurityPolicies', {
    type: 'encryption',
    resource: ['collection/catalog'],
    maxResults: 1,
  }),
  call('searchServerless', 'GetSecurityPolicy', { ...NETWORK, name: 'catalog-network' }),
  call('searchServerless', 'GetSecurityPolicy', { type: 'encryption', name: 'catalog-encryption' }),
  call(
    'searchServerless',
    'GetSecurityPolicy',
    { ...NETWORK, name: 'helpdesk-network' },
    FRANKFURT,
  ),
];
