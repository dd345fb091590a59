import { describe, expect, it } from 'vitest';
import { toBatchJob } from '../../../../../electron/backend/collectors/bedrock/batch-jobs.ts';
import { toCopyJob } from '../../../../../electron/backend/collectors/bedrock/copy-jobs.ts';
import {
  toCustomizationJob,
  toCustomizationJobDetail,
} from '../../../../../electron/backend/collectors/bedrock/customization-jobs.ts';
import {
  toEvaluationJob,
  toEvaluationJobDetail,
} from '../../../../../electron/backend/collectors/bedrock/evaluation-jobs.ts';
import {
  toImportJob,
  toImportJobDetail,
} from '../../../../../electron/backend/collectors/bedrock/import-jobs.ts';

const WHEN = new Date('2026-10-01T02:03:04Z');
const TIME = '2026-10-01T02:03:04Z';
const NETWORK = { subnetIds: ['s'], securityGroupIds: ['g'] };

describe('customization jobs', () => {
  const summary = {
    jobArn: 'arn:j',
    baseModelArn: 'arn:b',
    jobName: 'j',
    status: 'InProgress' as const,
    creationTime: WHEN,
  };

  it('one that still runs has neither model nor end', () => {
    expect(toCustomizationJob(summary)).toEqual({
      jobArn: 'arn:j',
      jobName: 'j',
      status: 'InProgress',
      customizationType: null,
      baseModelArn: 'arn:b',
      customModelArn: null,
      creationTime: TIME,
      lastModifiedTime: null,
      endTime: null,
    });
  });

  it('one without base model is a hole', () => {
    const odd = { ...summary, baseModelArn: undefined };
    expect(() => toCustomizationJob(odd)).toThrow('baseModelArn');
  });

  const answer = {
    jobArn: 'arn:j',
    jobName: 'j',
    outputModelName: 'o',
    roleArn: 'arn:r',
    creationTime: WHEN,
    baseModelArn: 'arn:b',
    trainingDataConfig: { s3Uri: 's3://t/' },
    validationDataConfig: undefined,
    outputDataConfig: { s3Uri: 's3://o/' },
  };

  it('detail without key and network', () => {
    expect(toCustomizationJobDetail(answer)).toEqual({
      roleArn: 'arn:r',
      trainingS3Uris: ['s3://t/'],
      validationS3Uris: [],
      outputS3Uri: 's3://o/',
      outputModelKmsKeyArn: null,
      vpc: null,
      failureMessage: null,
    });
  });

  it('detail with all of it', () => {
    const full = {
      ...answer,
      trainingDataConfig: {
        s3Uri: 's3://t/',
        invocationLogsConfig: { invocationLogSource: { s3Uri: 's3://logs/' } },
      },
      validationDataConfig: { validators: [{ s3Uri: 's3://v/' }] },
      outputModelKmsKeyArn: 'arn:k',
      vpcConfig: NETWORK,
      failureMessage: 'bad line',
    };
    expect(toCustomizationJobDetail(full)).toEqual({
      roleArn: 'arn:r',
      trainingS3Uris: ['s3://t/', 's3://logs/'],
      validationS3Uris: ['s3://v/'],
      outputS3Uri: 's3://o/',
      outputModelKmsKeyArn: 'arn:k',
      vpc: NETWORK,
      failureMessage: 'bad line',
    });
  });
});

describe('import and copy jobs', () => {
  it('an import', () => {
    const job = toImportJob({
      jobArn: 'arn:j',
      jobName: 'j',
      status: 'Completed',
      creationTime: WHEN,
    });
    expect(job).toMatchObject({ importedModelArn: null, importedModelName: null, endTime: null });
    expect(toImportJobDetail({})).toEqual({
      roleArn: null,
      s3Uri: null,
      importedModelKmsKeyArn: null,
      vpc: null,
      failureMessage: null,
    });
    expect(
      toImportJobDetail({
        modelDataSource: { s3DataSource: { s3Uri: 's3://w/' } },
        importedModelKmsKeyArn: 'arn:k',
        vpcConfig: NETWORK,
      }),
    ).toMatchObject({ s3Uri: 's3://w/', importedModelKmsKeyArn: 'arn:k', vpc: NETWORK });
  });

  it('a copy', () => {
    const summary = {
      jobArn: 'arn:j',
      status: 'Failed' as const,
      creationTime: WHEN,
      targetModelArn: 'arn:t',
      sourceAccountId: '111122223333',
      sourceModelArn: 'arn:s',
      failureMessage: 'denied',
    };
    expect(toCopyJob(summary)).toEqual({
      jobArn: 'arn:j',
      status: 'Failed',
      sourceAccountId: '111122223333',
      sourceModelArn: 'arn:s',
      targetModelArn: 'arn:t',
      targetModelName: null,
      targetModelKmsKeyArn: null,
      creationTime: TIME,
      failureMessage: 'denied',
    });
    expect(() => toCopyJob({ ...summary, sourceModelArn: '' })).toThrow('sourceModelArn');
  });
});

describe('batch jobs', () => {
  const summary = {
    jobArn: 'arn:j',
    jobName: 'j',
    modelId: 'm',
    roleArn: 'arn:r',
    submitTime: WHEN,
    inputDataConfig: undefined,
    outputDataConfig: undefined,
  };

  it('counts and addresses that are not there are null, counts of zero are not', () => {
    const bare = toBatchJob(summary);
    expect([bare.inputS3Uri, bare.outputS3Uri, bare.outputKmsKeyId, bare.totalRecords]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(toBatchJob({ ...summary, errorRecordCount: 0 }).failedRecords).toBe(0);
  });

  it('buckets of others, key and network', () => {
    const job = toBatchJob({
      ...summary,
      inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://i/', s3BucketOwner: '111122223333' } },
      outputDataConfig: {
        s3OutputDataConfig: {
          s3Uri: 's3://o/',
          s3EncryptionKeyId: 'arn:k',
          s3BucketOwner: '444455556666',
        },
      },
      vpcConfig: NETWORK,
      totalRecordCount: 10,
      processedRecordCount: 9,
      successRecordCount: 7,
      errorRecordCount: 2,
      jobExpirationTime: WHEN,
    });
    expect(job).toMatchObject({
      inputBucketOwner: '111122223333',
      outputBucketOwner: '444455556666',
      outputKmsKeyId: 'arn:k',
      vpc: NETWORK,
      totalRecords: 10,
      processedRecords: 9,
      succeededRecords: 7,
      failedRecords: 2,
      expirationTime: TIME,
      endTime: null,
    });
  });

  it.each(['jobArn', 'modelId', 'roleArn'] as const)('one without %s is a hole', (field) => {
    expect(() => toBatchJob({ ...summary, [field]: undefined })).toThrow(field);
  });
});

describe('evaluation jobs', () => {
  const summary = {
    jobArn: 'arn:j',
    jobName: 'j',
    status: 'Completed' as const,
    creationTime: WHEN,
    jobType: 'Automated' as const,
    evaluationTaskTypes: ['Generation' as const],
  };

  it.each([
    ['nothing', {}, [], [], []],
    ['the old lists', { modelIdentifiers: ['a'], ragIdentifiers: ['KB1'] }, ['a'], ['KB1'], []],
    [
      'the summary before the old lists',
      {
        modelIdentifiers: ['a'],
        inferenceConfigSummary: {
          modelConfigSummary: { bedrockModelIdentifiers: ['b'] },
          ragConfigSummary: { bedrockKnowledgeBaseIdentifiers: ['KB2'] },
        },
      },
      ['b'],
      ['KB2'],
      [],
    ],
    [
      'judges, each once',
      { evaluatorModelIdentifiers: ['x'], customMetricsEvaluatorModelIdentifiers: ['x', 'y'] },
      [],
      [],
      ['x', 'y'],
    ],
  ])('%s', (_name, part, models, knowledgeBases, judges) => {
    const job = toEvaluationJob({ ...summary, ...part });
    expect([job.modelIds, job.knowledgeBaseIds, job.evaluatorModelIds]).toEqual([
      models,
      knowledgeBases,
      judges,
    ]);
  });

  const answer = {
    jobName: 'j',
    status: 'Completed' as const,
    jobArn: 'arn:j',
    roleArn: 'arn:r',
    jobType: 'Automated' as const,
    evaluationConfig: undefined,
    inferenceConfig: undefined,
    outputDataConfig: { s3Uri: 's3://o/' },
    creationTime: WHEN,
  };

  it.each(['automated', 'human'] as const)(
    'a built-in data set of a job that is %s has no address',
    (kind) => {
      const datasetMetricConfigs = [
        {
          taskType: 'Generation' as const,
          metricNames: [],
          dataset: { name: 'own', datasetLocation: { s3Uri: 's3://d/' } },
        },
        { taskType: 'Generation' as const, metricNames: [], dataset: { name: 'Builtin.Bold' } },
      ];
      const config = { datasetMetricConfigs };
      const evaluationConfig = kind === 'human' ? { human: config } : { automated: config };
      const detail = toEvaluationJobDetail({ ...answer, evaluationConfig });
      expect(detail).toEqual({
        roleArn: 'arn:r',
        customerEncryptionKeyId: null,
        outputS3Uri: 's3://o/',
        datasetS3Uris: ['s3://d/'],
        lastModifiedTime: null,
        failureMessages: [],
      });
    },
  );
});
