import { describe, expect, test } from 'vitest';
import type {
  AgentCoreBrowser,
  BrowserSettings,
  DatasetReading,
  Part,
} from '../../../shared/model/dataset.ts';
import { agentcoreNoPrivilegeEscalation } from '../../../shared/rules/access/agentcore-no-privilege-escalation.ts';
import { DENIED, judge, reading, unread, verdictOf } from './builders.ts';
import { allow, authorization, role, roleArn } from './identity-builders.ts';

const SETTINGS: BrowserSettings = {
  network: { networkMode: 'PUBLIC', subnets: [], securityGroups: [] },
  executionRoleArn: roleArn('browsing'),
  recording: null,
};
const browser = (settings: Part<BrowserSettings>): AgentCoreBrowser => ({
  browserId: 'b-1',
  browserArn: 'arn:aws:bedrock-agentcore:us-east-1:111122223333:browser/b-1',
  name: 'prices',
  status: 'READY',
  settings,
});
const NAMED = browser({ read: true, value: SETTINGS });

function readingsOf(
  browsers: readonly AgentCoreBrowser[],
  statements: readonly object[] = [],
): readonly DatasetReading[] {
  return [
    reading('agentcore-runtimes', []),
    reading('agentcore-gateways', []),
    reading('agentcore-memories', []),
    reading('agentcore-browsers', browsers),
    reading('agentcore-code-interpreters', [
      {
        codeInterpreterId: 'c-1',
        codeInterpreterArn: 'arn:aws:bedrock-agentcore:us-east-1:111122223333:code-interpreter/c-1',
        name: 'maths',
        status: 'READY',
        settings: { read: true, value: { network: SETTINGS.network, executionRoleArn: null } },
      },
    ]),
    authorization([role('browsing', statements)]),
  ];
}

describe('roles of AgentCore cannot widen their rights', () => {
  test.each<[string, readonly DatasetReading[], string, RegExp]>([
    ['pass', readingsOf([NAMED], [allow('s3:*')]), 'pass', /browsing \(browser prices\)/],
    ['fail: passes roles', readingsOf([NAMED], [allow('iam:PassRole')]), 'fail', /iam:PassRole/],
    ['fail: policies', readingsOf([NAMED], [allow('iam:Create*')]), 'fail', /iam:CreatePolicyVer/],
    ['none: no role', readingsOf([]), 'not-applicable', /nothing here/],
    [
      'unknown: settings denied',
      readingsOf([browser({ read: false, outcome: DENIED })]),
      'unknown',
      /settings of browser prices/,
    ],
    [
      'unknown: runtimes denied',
      [unread('agentcore-runtimes', DENIED), ...readingsOf([NAMED]).slice(1)],
      'unknown',
      /denied/,
    ],
  ])('%s', (_, readings, status, reason) => {
    const [found, why] = verdictOf(judge(agentcoreNoPrivilegeEscalation, readings));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });
});
