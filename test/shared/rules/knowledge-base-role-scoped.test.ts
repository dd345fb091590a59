import { describe, expect, test } from 'vitest';
import type { KnowledgeBase, KnowledgeBaseSettings, Part } from '../../../shared/model/dataset.ts';
import { knowledgeBaseRoleScoped } from '../../../shared/rules/access/knowledge-base-role-scoped.ts';
import { DENIED, judge, reading, unread, verdictOf } from './builders.ts';
import { allow, authorization, role, roleArn } from './identity-builders.ts';

const SETTINGS: KnowledgeBaseSettings = {
  knowledgeBaseArn: 'arn:aws:bedrock:us-east-1:111122223333:knowledge-base/KB1',
  roleArn: roleArn('reader'),
  type: 'VECTOR',
  embeddingModelArn: null,
  kendraIndexArn: null,
  queryEngine: null,
  kmsKeyArn: null,
  supplementalStorageUris: [],
  storage: null,
  failureReasons: [],
};

const base = (settings: Part<KnowledgeBaseSettings>): KnowledgeBase => ({
  knowledgeBaseId: 'KB1',
  name: 'docs',
  status: 'ACTIVE',
  updatedAt: null,
  settings,
  dataSources: { read: true, value: [] },
});
const docs = reading('knowledge-bases', [base({ read: true, value: SETTINGS })]);
const BUCKET = ['arn:aws:s3:::docs', 'arn:aws:s3:::docs/*'];

describe('roles of knowledge bases are scoped', () => {
  test.each<[string, readonly object[], string, RegExp]>([
    ['pass: one bucket', [allow('s3:*', BUCKET)], 'pass', /reader \(knowledge base docs\) has 1/],
    ['fail: every bucket', [allow('s3:GetObject')], 'fail', /may use s3:GetObject on every/],
    ['fail: every S3 ARN', [allow('s3:Get*', 'arn:aws:s3:::*')], 'fail', /s3:GetObject/],
    ['fail: every secret', [allow('secretsmanager:*')], 'fail', /secretsmanager:GetSecretValue/],
    [
      'fail: every collection',
      [allow('aoss:APIAccessAll', 'arn:aws:aoss:us-east-1:111122223333:collection/*')],
      'fail',
      /aoss:APIAccessAll/,
    ],
  ])('%s', (_, statements, status, reason) => {
    const readings = [docs, authorization([role('reader', statements)])];
    const [found, why] = verdictOf(judge(knowledgeBaseRoleScoped, readings));
    expect([found, why]).toEqual([status, expect.stringMatching(reason)]);
  });

  test.each([
    ['none', reading('knowledge-bases', []), 'not-applicable'],
    ['unknown: denied', unread('knowledge-bases', DENIED), 'unknown'],
    [
      'unknown: settings denied',
      reading('knowledge-bases', [base({ read: false, outcome: DENIED })]),
      'unknown',
    ],
  ])('%s', (_, bases, status) => {
    const found = judge(knowledgeBaseRoleScoped, [bases, authorization([])]);
    expect(verdictOf(found)[0]).toBe(status);
  });
});
