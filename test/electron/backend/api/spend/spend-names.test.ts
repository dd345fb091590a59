import { expect, test } from 'vitest';
import { personOf } from '../../../../../electron/backend/api/spend/spend-names.ts';

const ROLE = 'arn:aws:iam::111122223333:role/team/app';
const CENTER =
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_0123456789abcdef';

test.each<[string, string | null, string | null, string | null, string | null, string | null]>([
  ['a session named by an address', ROLE, 'ada@example.com', null, null, 'ada@example.com'],
  ['a permission set names its user', CENTER, 'ada', null, null, 'ada'],
  ['a workload is nobody', ROLE, 'i-0abc', null, null, null],
  ['a user of Identity Center behind a workload', ROLE, 'i-0abc', null, 'u-1', 'u-1'],
  ['who began a session that is named like all others', ROLE, 'SageMaker', 'ines', null, 'ines'],
  ['Identity Center before a source identity', ROLE, 'i-0abc', 'ines', 'u-1', 'u-1'],
  ['an IAM user is nobody known', 'arn:aws:iam::111122223333:user/ada', null, null, null, null],
  ['an API key', 'arn:aws:iam::111122223333:user/BedrockAPIKey-z9rt', null, null, null, null],
  ['a user by address', 'arn:aws:iam::111122223333:user/ada@b.c', null, null, null, 'ada@b.c'],
  ['a service', 'bedrock.amazonaws.com', null, null, null, null],
  ['the root user', 'arn:aws:iam::111122223333:root', null, null, null, 'Root user'],
  ['nobody known', null, null, null, null, null],
])('%s', (_, principalArn, sessionName, sourceIdentity, onBehalfOf, person) => {
  const origin = {
    start: null,
    destinationRegion: null,
    sessionName,
    sourceIdentity,
    onBehalfOf,
    metadata: {},
    guardrailId: null,
    project: null,
    allocated: false,
  };
  const row = { accountId: '111122223333', region: 'us-east-1', principalArn, origin };
  expect(personOf({ ...row, tier: null, unit: null, basis: 'invocation-logs' })).toBe(person);
});
