import type {
  BatchJob,
  CopyJob,
  CustomizationJob,
  EvaluationJob,
  ImportJob,
} from '../../shared/model/dataset.ts';
import { exactCount, shortArn } from '../format.ts';
import type { Described } from './base-entry.ts';
import type { Fact, Value } from './entry.ts';
import {
  arnValue,
  bucketValue,
  fact,
  keyValue,
  modelValue,
  NAMES,
  partFact,
  roleValue,
  statusFact,
  textValue,
  timeFact,
} from './facts.ts';

const INPUT = { id: 'input', label: 'Input' } as const;
const OUTPUT = { id: 'output', label: 'Output' } as const;
const MADE = { id: 'made', label: 'Made' } as const;
const RECORDS = { id: 'records', label: 'Records', none: 'not counted' } as const;
const MESSAGE = { id: 'message', label: 'Message' } as const;
const STARTED = { id: 'started', label: 'Started', none: 'not told' } as const;
const ENDED = { id: 'ended', label: 'Ended', none: 'not ended' } as const;
const VPC = { id: 'vpc', label: 'VPC' } as const;

interface Times {
  readonly status: string;
  readonly started: string | null;
  readonly ended: string | null;
}

function courseOf({ status, started, ended }: Times): readonly Fact[] {
  return [statusFact(status), timeFact(STARTED, started), timeFact(ENDED, ended)];
}

function messageValue(text: string | null): readonly Value[] {
  return text === null || text === '' ? [] : [{ text, warns: true }];
}

function vpcValue(vpc: { readonly subnetIds: readonly string[] } | null): readonly Value[] {
  return vpc === null ? [] : vpc.subnetIds.map((text) => ({ text }));
}

/** A fine-tuning, pre-training or distillation job. */
export function describeCustomization(job: CustomizationJob): Described {
  const { detail } = job;
  return {
    kind: customizationKind(job.customizationType),
    name: job.jobName,
    awsId: job.jobArn,
    facts: [
      ...courseOf({ status: job.status, started: job.creationTime, ended: job.endTime }),
      fact(NAMES.models, modelValue(job.baseModelArn)),
      partFact(INPUT, [detail], ({ trainingS3Uris, validationS3Uris }) =>
        [...trainingS3Uris, ...validationS3Uris].flatMap(bucketValue),
      ),
      partFact(OUTPUT, [detail], ({ outputS3Uri }) => bucketValue(outputS3Uri)),
      partFact(NAMES.role, [detail], ({ roleArn }) => roleValue(roleArn)),
      partFact(NAMES.key, [detail], (each) => keyValue(each.outputModelKmsKeyArn)),
      fact(MADE, arnValue(job.customModelArn)),
      partFact(VPC, [detail], ({ vpc }) => vpcValue(vpc)),
      partFact(MESSAGE, [detail], ({ failureMessage }) => messageValue(failureMessage)),
    ],
    sections: [],
  };
}

function customizationKind(type: string | null): string {
  if (type === null) return 'Customization';
  const words = type.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A job that brings weights into Bedrock. */
export function describeImport(job: ImportJob): Described {
  const { detail } = job;
  return {
    kind: 'Import',
    name: job.jobName,
    awsId: job.jobArn,
    facts: [
      ...courseOf({ status: job.status, started: job.creationTime, ended: job.endTime }),
      fact(NAMES.models, textValue(job.importedModelName)),
      partFact(INPUT, [detail], ({ s3Uri }) => bucketValue(s3Uri)),
      partFact(NAMES.role, [detail], ({ roleArn }) => roleValue(roleArn)),
      partFact(NAMES.key, [detail], (each) => keyValue(each.importedModelKmsKeyArn)),
      fact(MADE, arnValue(job.importedModelArn)),
      partFact(VPC, [detail], ({ vpc }) => vpcValue(vpc)),
      partFact(MESSAGE, [detail], ({ failureMessage }) => messageValue(failureMessage)),
    ],
    sections: [],
  };
}

/** A copy of a custom model from another Region or account. */
export function describeCopy(job: CopyJob): Described {
  return {
    kind: 'Copy',
    name: job.targetModelName ?? shortArn(job.targetModelArn),
    awsId: job.jobArn,
    facts: [
      ...courseOf({ status: job.status, started: job.creationTime, ended: null }),
      fact(NAMES.models, arnValue(job.sourceModelArn)),
      fact({ id: 'source', label: 'From account' }, textValue(job.sourceAccountId)),
      fact(NAMES.key, keyValue(job.targetModelKmsKeyArn)),
      fact(MADE, arnValue(job.targetModelArn)),
      fact(MESSAGE, messageValue(job.failureMessage)),
    ],
    sections: [],
  };
}

/** A batch inference job. */
export function describeBatch(job: BatchJob): Described {
  return {
    kind: 'Batch',
    name: job.jobName,
    awsId: job.jobArn,
    facts: [
      ...courseOf({ status: job.status, started: job.submitTime, ended: job.endTime }),
      fact(NAMES.models, modelValue(job.modelId)),
      fact(INPUT, bucketValue(job.inputS3Uri)),
      fact(OUTPUT, bucketValue(job.outputS3Uri)),
      fact(NAMES.role, roleValue(job.roleArn)),
      fact({ ...NAMES.key, none: "the bucket's own" }, keyValue(job.outputKmsKeyId)),
      fact(RECORDS, recordsValue(job)),
      fact(VPC, vpcValue(job.vpc)),
      fact(MESSAGE, messageValue(job.message)),
    ],
    sections: [],
  };
}

function recordsValue({ totalRecords, failedRecords }: BatchJob): readonly Value[] {
  if (totalRecords === null) return [];
  const failed = failedRecords ?? 0;
  const text = exactCount(totalRecords);
  return failed === 0
    ? [{ text }]
    : [{ text: `${text}, ${exactCount(failed)} failed`, warns: true }];
}

/** A model or knowledge base evaluation. */
export function describeEvaluation(job: EvaluationJob): Described {
  const { detail, applicationType, jobType } = job;
  const ended = detail.read && job.status !== 'InProgress' ? detail.value.lastModifiedTime : null;
  return {
    kind: applicationType === 'RagEvaluation' ? 'RAG evaluation' : 'Model evaluation',
    name: job.jobName,
    awsId: job.jobArn,
    facts: [
      ...courseOf({ status: job.status, started: job.creationTime, ended }),
      fact(NAMES.models, job.modelIds.flatMap(modelValue)),
      fact({ id: 'judges', label: 'Judged by', none: jobType.toLowerCase() }, [
        ...job.evaluatorModelIds.flatMap(modelValue),
      ]),
      fact(
        { id: 'knowledge-bases', label: 'Knowledge bases' },
        job.knowledgeBaseIds.map((id) => ({
          text: id,
          full: id,
          thing: 'knowledge-base' as const,
        })),
      ),
      partFact(INPUT, [detail], ({ datasetS3Uris }) => datasetS3Uris.flatMap(bucketValue)),
      partFact(OUTPUT, [detail], ({ outputS3Uri }) => bucketValue(outputS3Uri)),
      partFact(NAMES.role, [detail], ({ roleArn }) => roleValue(roleArn)),
      partFact({ ...NAMES.key, none: "the bucket's own" }, [detail], (each) =>
        keyValue(each.customerEncryptionKeyId),
      ),
      partFact(MESSAGE, [detail], (each) => each.failureMessages.flatMap(messageValue)),
    ],
    sections: [],
  };
}
