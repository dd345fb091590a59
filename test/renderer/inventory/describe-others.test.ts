import { describe, expect, test } from 'vitest';
import { describeRuntime } from '../../../renderer/inventory/describe-agentcore.ts';
import { describeFlow } from '../../../renderer/inventory/describe-flow.ts';
import { describeGateway } from '../../../renderer/inventory/describe-gateway.ts';
import { describeBatch, describeCustomization } from '../../../renderer/inventory/describe-job.ts';
import {
  describeKnowledgeBase,
  lastSync,
} from '../../../renderer/inventory/describe-knowledge-base.ts';
import type { EntrySection } from '../../../renderer/inventory/entry.ts';
import { factText } from '../../../renderer/inventory/facts.ts';
import type { AgentCoreGateway, BatchJob, FlowNode } from '../../../shared/model/dataset.ts';
import { baseWith, refused, syncJob, told } from '../../helpers/fixture/knowledge.ts';

function texts({ facts }: Pick<EntrySection, 'facts'>): Readonly<Record<string, string>> {
  return Object.fromEntries(facts.map((fact) => [fact.id, factText(fact)]));
}

describe('knowledge bases', () => {
  test('store, embedding model, sources and last sync', () => {
    const base = baseWith('manuals', told([syncJob('2026-11-19T04:00:00Z')]));
    expect(texts(describeKnowledgeBase(base))).toMatchObject({
      storage: 'OpenSearch Serverless',
      sources: 'acme-manuals',
      sync: '2026-11-19T04:00:00Z',
      key: "AWS's own key",
      role: 'kb-ingest',
    });
  });

  test.each([
    ['never synced', told([]), 'never'],
    ['failed', told([syncJob('2026-11-19T04:00:00Z', 'FAILED')]), 'Failed 2026-11-19T04:00:00Z'],
    ['not read', refused('bedrock:ListIngestionJobs'), 'not read: bedrock:ListIngestionJobs'],
  ])('a sync that is %s', (_, jobs, text) => {
    const described = texts(describeKnowledgeBase(baseWith('x', jobs)));
    expect(described.sync).toBe(text);
  });

  test('settings that were refused hide nothing: every fact of them says why', () => {
    const base = baseWith('x', told([]), { settings: refused('bedrock:GetKnowledgeBase') });
    const { storage, models, role, key, type } = texts(describeKnowledgeBase(base));
    for (const text of [storage, models, role, key, type]) {
      expect(text).toBe('not read: bedrock:GetKnowledgeBase');
    }
  });

  test('the newest complete sync of any source counts; without a source there is none', () => {
    const mixed = told([
      syncJob('2026-11-19T04:00:00Z', 'IN_PROGRESS'),
      syncJob('2026-10-01T04:00:00Z'),
    ]);
    expect(lastSync(baseWith('x', mixed))).toEqual({ state: 'synced', at: '2026-10-01T04:00:00Z' });
    expect(lastSync(baseWith('x', told([]), { dataSources: told([]) }))).toBeNull();
  });
});

const NODE: FlowNode = {
  name: 'ask',
  type: 'Prompt',
  modelId: 'anthropic.claude-haiku-4-5',
  promptArn: null,
  knowledgeBaseId: null,
  agentAliasArn: null,
  lambdaArn: null,
  lexBotAliasArn: null,
  bucketName: null,
  guardrail: null,
};

test('a flow tells the guardrail of each node that calls a model, and what is wrong with it', () => {
  const flow = describeFlow({
    flowId: 'F1',
    flowArn: 'arn:aws:bedrock:eu-west-1:111122223333:flow/F1',
    name: 'triage',
    status: 'NotPrepared',
    updatedAt: null,
    aliases: told([{ flowAliasId: 'A', name: 'live', flowVersions: ['DRAFT'] }]),
    versions: [
      {
        flowVersion: 'DRAFT',
        settings: told({
          flowArn: 'arn:aws:bedrock:eu-west-1:111122223333:flow/F1',
          status: 'NotPrepared',
          executionRoleArn: null,
          customerEncryptionKeyArn: null,
          nodes: [{ ...NODE, name: 'start', type: 'Input', modelId: null }, NODE],
          validations: [{ severity: 'Error', type: null, message: 'No end.' }],
        }),
      },
    ],
  });
  expect(texts(flow)).toMatchObject({
    guardrail: 'ask: none',
    problems: 'Error: No end',
    nodes: '2',
    aliases: 'live → DRAFT',
  });
});

const SETTINGS = {
  gatewayArn: 'arn:aws:bedrock-agentcore:eu-west-1:111122223333:gateway/g-1',
  roleArn: null,
  kmsKeyArn: null,
  exceptionLevel: 'DEBUG',
  jwtAuthorizer: {
    discoveryUrl: 'https://login.acme.example/.well-known/openid-configuration',
    allowedAudience: [],
    allowedClients: [],
    allowedScopes: [],
  },
  policyEngine: null,
  webAclArn: null,
  interceptorLambdaArns: [],
  workloadIdentityArn: null,
} as const;
const UNAUTHORIZED = told({ ...SETTINGS, jwtAuthorizer: null });

const GATEWAY: AgentCoreGateway = {
  gatewayId: 'g-1',
  name: 'tools',
  status: 'READY',
  authorizerType: 'CUSTOM_JWT',
  protocolType: 'MCP',
  updatedAt: null,
  settings: told(SETTINGS),
  targets: told([]),
  resourcePolicy: told(null),
};

test.each<readonly [Partial<AgentCoreGateway>, string]>([
  [{}, 'tokens of login.acme.example'],
  [{ authorizerType: 'NONE' }, 'anyone'],
  [{ authorizerType: 'AWS_IAM' }, 'IAM'],
  [{ authorizerType: 'AUTHENTICATE_ONLY', settings: UNAUTHORIZED }, 'whoever authenticates'],
  [{ authorizerType: 'CUSTOM_JWT', settings: UNAUTHORIZED }, 'not known'],
  [{ authorizerType: 'UNKNOWN', settings: UNAUTHORIZED }, 'not known'],
  [{ settings: refused('bedrock-agentcore:GetGateway') }, 'not read: bedrock-agentcore:GetGateway'],
  [{ authorizerType: 'NONE', settings: refused('bedrock-agentcore:GetGateway') }, 'anyone'],
])('who may call a gateway with %o: %s', (changes, callers) => {
  expect(texts(describeGateway({ ...GATEWAY, ...changes })).callers).toBe(callers);
});

test('a runtime on the public network deserves a second look', () => {
  const described = describeRuntime({
    agentRuntimeId: 'r',
    agentRuntimeArn: 'arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/r',
    agentRuntimeName: 'r',
    status: 'READY',
    agentRuntimeVersion: '1',
    lastUpdatedAt: null,
    endpoints: told([]),
    versions: [
      {
        agentRuntimeVersion: '1',
        settings: told({
          roleArn: null,
          network: { networkMode: 'PUBLIC', subnets: [], securityGroups: [] },
          jwtAuthorizer: null,
          serverProtocol: null,
          environmentVariableNames: [],
          artifact: null,
          requireMMDSV2: false,
          idleRuntimeSessionTimeout: 900,
          maxLifetime: null,
          workloadIdentityArn: null,
        }),
      },
    ],
    resourcePolicy: refused('bedrock-agentcore:GetResourcePolicy'),
  });
  expect(described.facts.find(({ id }) => id === 'network')?.values).toEqual([
    { text: 'PUBLIC', warns: true },
  ]);
  expect(texts(described).policy).toBe('not read: bedrock-agentcore:GetResourcePolicy');
});

const BATCH: BatchJob = {
  jobArn: 'arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/j1',
  jobName: 'nightly',
  status: 'PartiallyCompleted',
  modelId: 'amazon.nova-lite-v1:0',
  roleArn: 'arn:aws:iam::111122223333:role/batch',
  inputS3Uri: 's3://acme-in/2026/',
  inputBucketOwner: null,
  outputS3Uri: 's3://acme-out/2026/',
  outputBucketOwner: null,
  outputKmsKeyId: null,
  vpc: null,
  submitTime: '2026-11-01T00:00:00Z',
  lastModifiedTime: null,
  endTime: null,
  expirationTime: null,
  totalRecords: 1200,
  processedRecords: 1200,
  succeededRecords: 1180,
  failedRecords: 20,
  message: null,
};

test('a batch job tells its records, buckets and key; nothing counted is not zero', () => {
  expect(texts(describeBatch(BATCH))).toMatchObject({
    models: 'Nova Lite',
    input: 'acme-in',
    output: 'acme-out',
    key: "the bucket's own",
    records: '1,200, 20 failed',
    ended: 'not ended',
  });
  expect(texts(describeBatch({ ...BATCH, totalRecords: null })).records).toBe('not counted');
});

test('a customization job whose detail was refused says so', () => {
  const described = describeCustomization({
    jobArn: 'arn:aws:bedrock:eu-west-1:111122223333:model-customization-job/j2',
    jobName: 'tone',
    status: 'Completed',
    customizationType: 'FINE_TUNING',
    baseModelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
    customModelArn: null,
    creationTime: null,
    lastModifiedTime: null,
    endTime: null,
    detail: refused('bedrock:GetModelCustomizationJob'),
  });
  expect(described.kind).toBe('Fine tuning');
  const { input, key, role } = texts(described);
  for (const text of [input, key, role]) {
    expect(text).toBe('not read: bedrock:GetModelCustomizationJob');
  }
});
