import { describe, expect, test } from 'vitest';
import type { AccountAuthorization, IamIdentity } from '../../../shared/model/dataset.ts';
import { agentRoleLeastPrivilege } from '../../../shared/rules/access/agent-role-least-privilege.ts';
import { agent, agents, agentWith } from './agent-builders.ts';
import { ACCOUNT, DENIED, judge, verdictOf } from './builders.ts';
import { allow, authorization, denied, policyOf, role } from './identity-builders.ts';

const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/test.model';
const managedArn = `arn:aws:iam::${ACCOUNT}:policy/shared`;
const managed = (...statements: readonly object[]): AccountAuthorization['policies'] => [
  { arn: managedArn, name: 'shared', document: policyOf(...statements), versionId: 'v1' },
];

interface Given {
  readonly statements?: readonly object[];
  readonly over?: Partial<IamIdentity>;
  readonly others?: readonly IamIdentity[];
  readonly policies?: AccountAuthorization['policies'];
}

function judged({ statements = [], over = {}, others = [], policies = [] }: Given) {
  const all = authorization([role('helper', statements, over), ...others], policies);
  return verdictOf(judge(agentRoleLeastPrivilege, [agents(agent('desk', 'helper')), all]));
}

const onlyModel = allow('bedrock:InvokeModel', MODEL);
const passing = (condition: object) => ({ ...allow('iam:PassRole'), Condition: condition });
const lambda = { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } };
const deny = (extra: object = {}) => ({ Effect: 'Deny', Action: 'iam:*', Resource: '*', ...extra });
const boundary = { permissionsBoundaryArn: managedArn };

describe('roles of agents are scoped', () => {
  test.each<[string, Given, string, RegExp]>([
    ['pass: one model', { statements: [onlyModel] }, 'pass', /helper \(agent desk\) has 1 st/],
    ['pass: no policy', {}, 'pass', /0 statements/],
    ['fail: everything', { statements: [allow('*')] }, 'fail', /iam:PassRole, .* and \d+ more/],
    [
      'fail: every model',
      { statements: [allow('bedrock:Invoke*', 'arn:aws:bedrock:*::foundation-model/*')] },
      'fail',
      /bedrock:InvokeModel on every resource, by execution \(statement 1\)/,
    ],
    ['fail: every function', { statements: [allow('lambda:InvokeFunction')] }, 'fail', /lambda:/],
    ['fail: any role assumed', { statements: [allow('sts:AssumeRole')] }, 'fail', /sts:AssumeRole/],
    [
      'fail: any role of the account',
      { statements: [allow('sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/*`)] },
      'fail',
      /sts:AssumeRole/,
    ],
    [
      'pass: one role assumed',
      { statements: [allow('sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/reader`)] },
      'pass',
      /1 statement/,
    ],
    [
      'fail: NotAction',
      { statements: [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }] },
      'fail',
      /iam:PassRole/,
    ],
    ['fail: any role passed', { statements: [allow('iam:PassRole')] }, 'fail', /iam:PassRole/],
    ['pass: passed to one service', { statements: [passing(lambda)] }, 'pass', /1 statement/],
    [
      'pass: denied again',
      { statements: [allow('iam:CreateAccessKey'), deny()] },
      'pass',
      /2 statements/,
    ],
    [
      'fail: denied under a condition only',
      {
        statements: [
          allow('iam:CreateAccessKey'),
          deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ],
      },
      'fail',
      /iam:CreateAccessKey/,
    ],
    [
      'fail: only what the boundary lets through',
      { statements: [allow('*')], over: boundary, policies: managed(onlyModel) },
      'fail',
      /bedrock:InvokeModel on every resource/,
    ],
    [
      'fail: by a managed policy',
      { over: { attachedPolicyArns: [managedArn] }, policies: managed(allow('kms:*')) },
      'fail',
      /kms:Decrypt on every resource, by shared \(statement 1\)/,
    ],
    [
      'unknown: a policy that was not read',
      { statements: [onlyModel], over: { attachedPolicyArns: [managedArn] } },
      'unknown',
      /not read: shared/,
    ],
    [
      'fail: what was read fails already',
      { statements: [allow('*')], over: { attachedPolicyArns: [managedArn] } },
      'fail',
      /iam:PassRole/,
    ],
  ])('%s', (_, given, status, reason) => {
    expect(judged(given)).toEqual([status, expect.stringMatching(reason)]);
  });

  test.each([
    ['none: no agent', [agents(), authorization([])], 'not-applicable', /nothing here/],
    [
      'unknown: the role is gone',
      [agents(agent('desk', 'gone')), authorization([])],
      'unknown',
      /gone \(agent desk\) is none of the account/,
    ],
    [
      'unknown: settings denied',
      [agents(agentWith('desk', { read: false, outcome: DENIED })), authorization([])],
      'unknown',
      /settings of agent desk DRAFT were not read/,
    ],
    [
      'unknown: policies denied',
      [agents(agent('desk', 'helper')), denied('account-authorization')],
      'unknown',
      /denied/,
    ],
  ] as const)('%s', (_, readings, status, reason) => {
    const [found, why] = verdictOf(judge(agentRoleLeastPrivilege, readings));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });
});
