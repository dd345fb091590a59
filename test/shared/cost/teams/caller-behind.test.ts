import { expect, test } from 'vitest';
import { callerBehind } from '../../../../shared/cost/teams/caller-behind.ts';
import type { CallerBehind, CallerFacts } from '../../../../shared/cost/teams/person-answer.ts';

const STS = 'arn:aws:sts::222233334444:assumed-role';
const SSO = `${STS}/AWSReservedSSO_DeveloperAccess_3f9d1c7be2a40586/ada@example.com`;
const USER_ID = '906712abcd-1111-2222';

const person = (name: string, over: Partial<Extract<CallerBehind, { kind: 'person' }>> = {}) => ({
  kind: 'person',
  name,
  by: 'session-name',
  sure: false,
  userId: null,
  ...over,
});

test.each<[string, Partial<CallerFacts>, unknown]>([
  [
    'a permission set',
    { callerArn: SSO },
    person('ada@example.com', { by: 'identity-center', sure: true }),
  ],
  [
    'the user id of Identity Center stays with the name',
    { callerArn: SSO, onBehalfOf: USER_ID },
    person('ada@example.com', { by: 'identity-center', sure: true, userId: USER_ID }),
  ],
  [
    'trusted identity propagation through an ordinary role',
    { callerArn: `${STS}/app/session-1`, onBehalfOf: USER_ID },
    person(USER_ID, { by: 'identity-center', sure: true, userId: USER_ID }),
  ],
  [
    'a role that only looks like a permission set',
    { callerArn: `${STS}/AWSReservedSSO_Mine/ada@example.com` },
    person('ada@example.com'),
  ],
  [
    'source identity before the session name',
    { callerArn: `${STS}/app/other@example.com`, sourceIdentity: 'bruno' },
    person('bruno', { by: 'source-identity' }),
  ],
  [
    'an address as session name',
    { callerArn: `${STS}/app/eve@example.com` },
    person('eve@example.com'),
  ],
  [
    'an instance',
    { callerArn: `${STS}/app/i-0123456789abcdef0` },
    { kind: 'workload', name: 'i-0123456789abcdef0' },
  ],
  [
    'a job',
    { callerArn: `${STS}/batch-etl/GlueJobRunnerSession` },
    { kind: 'workload', name: 'GlueJobRunnerSession' },
  ],
  [
    'GovCloud',
    { callerArn: 'arn:aws-us-gov:sts::222233334444:assumed-role/app/a@b.gov' },
    person('a@b.gov'),
  ],
  [
    'a federated user',
    { callerArn: 'arn:aws:sts::222233334444:federated-user/a@b.c' },
    person('a@b.c'),
  ],
  [
    'an IAM user',
    { callerArn: 'arn:aws:iam::222233334444:user/ci/ci-deploy-bot' },
    { kind: 'user', name: 'ci-deploy-bot' },
  ],
  [
    'an IAM user who is named by an address',
    { callerArn: 'arn:aws:iam::222233334444:user/people/ada@example.com' },
    person('ada@example.com', { by: 'user-name' }),
  ],
  ['root', { callerArn: 'arn:aws:iam::222233334444:root', type: 'Root' }, { kind: 'root' }],
  [
    'a service',
    { callerArn: 'bedrock.amazonaws.com', type: 'AWSService' },
    { kind: 'service', name: 'bedrock.amazonaws.com' },
  ],
])('%s', (_, facts, answer) => {
  const none = { type: null, sourceIdentity: null, onBehalfOf: null };
  expect(callerBehind({ callerArn: '', ...none, ...facts })).toEqual(answer);
});

test('a role without its session tells nobody', () => {
  const callerArn = 'arn:aws:iam::222233334444:role/app';
  const facts = { callerArn, type: null, sourceIdentity: null, onBehalfOf: null };
  expect(callerBehind(facts)).toMatchObject({ kind: 'unknown' });
});
