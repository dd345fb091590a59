import type {
  BedrockTag,
  CustomModel,
  CustomModelDeployment,
  ImportedModel,
  MarketplaceEndpoint,
  Part,
  PromptRouter,
  ProvisionedThroughput,
} from '../../shared/model/dataset.ts';
import { dayOf } from '../../shared/model/period.ts';
import { countOf, shortArn } from '../format.ts';
import type { Described } from './base-entry.ts';
import type { Fact, Value } from './entry.ts';
import {
  arnValue,
  bucketValue,
  fact,
  modelValue,
  NAMES,
  partFact,
  statusFact,
  textValue,
  timeFact,
} from './facts.ts';

const CREATED = { id: 'created', label: 'Created', none: 'not told' } as const;
const TYPE = { id: 'type', label: 'Type', none: 'not told' } as const;
const DATA = { id: 'data', label: 'Data' } as const;
const MADE_BY = { id: 'made-by', label: 'Made by' } as const;
const SIZE = { id: 'size', label: 'Size', none: 'on demand' } as const;
const COMMITMENT = { id: 'commitment', label: 'Committed until' } as const;
const VPC = { id: 'vpc', label: 'VPC' } as const;
const MESSAGE = { id: 'message', label: 'Message' } as const;
const TAGS = { id: 'tags', label: 'Tags' } as const;

/** A model that an account made or copied. */
export function describeCustomModel(model: CustomModel): Described {
  const { detail } = model;
  return {
    kind: 'Custom',
    name: model.modelName,
    awsId: model.modelArn,
    facts: [
      ...(model.status === null ? [] : [statusFact(model.status)]),
      fact(NAMES.models, modelValue(model.baseModelArn)),
      fact(TYPE, textValue(words(model.customizationType))),
      partFact(NAMES.key, [detail], (each) => arnValue(each.modelKmsKeyArn)),
      partFact({ ...MADE_BY, none: 'a copy or an import' }, [detail], ({ jobArn }) =>
        arnValue(jobArn),
      ),
      partFact(DATA, [detail], ({ trainingS3Uris, validationS3Uris }) =>
        [...trainingS3Uris, ...validationS3Uris].flatMap(bucketValue),
      ),
      tagsFact(model.tags),
      timeFact(CREATED, model.creationTime),
    ],
    sections: [],
  };
}

/** A model whose weights an account brought. */
export function describeImportedModel(model: ImportedModel): Described {
  const { detail } = model;
  return {
    kind: 'Imported',
    name: model.modelName,
    awsId: model.modelArn,
    facts: [
      fact(NAMES.models, textValue(model.modelArchitecture)),
      fact(TYPE, textValue(model.instructSupported === true ? 'instruct' : null)),
      partFact(NAMES.key, [detail], (each) => arnValue(each.modelKmsKeyArn)),
      partFact(MADE_BY, [detail], ({ jobArn }) => arnValue(jobArn)),
      partFact(DATA, [detail], ({ s3Uri }) => bucketValue(s3Uri)),
      partFact({ ...SIZE, none: 'not told' }, [detail], (each) =>
        each.customModelUnitsPerModelCopy === null
          ? []
          : [{ text: `${countOf(each.customModelUnitsPerModelCopy, 'unit')} a copy` }],
      ),
      timeFact(CREATED, model.creationTime),
    ],
    sections: [],
  };
}

/** A custom model made ready for on-demand calls. */
export function describeDeployment(deployment: CustomModelDeployment): Described {
  return {
    kind: 'Deployment',
    name: deployment.customModelDeploymentName,
    awsId: deployment.customModelDeploymentArn,
    facts: [
      statusFact(deployment.status),
      fact(NAMES.models, arnValue(deployment.modelArn)),
      fact(SIZE, []),
      fact(MESSAGE, messageValue(deployment.failureMessage)),
      timeFact(CREATED, deployment.createdAt),
    ],
    sections: [],
  };
}

/** Bought capacity of one model. */
export function describeThroughput(capacity: ProvisionedThroughput): Described {
  const { modelUnits, desiredModelUnits } = capacity;
  const wanted = desiredModelUnits ?? modelUnits;
  const units = `${countOf(modelUnits, 'model unit')}${wanted === modelUnits ? '' : `, ${wanted} wanted`}`;
  return {
    kind: 'Provisioned',
    name: capacity.provisionedModelName,
    awsId: capacity.provisionedModelArn,
    facts: [
      statusFact(capacity.status),
      fact(NAMES.models, servedModel(capacity)),
      fact(SIZE, [{ text: units }]),
      fact({ ...COMMITMENT, none: 'by the hour' }, commitmentValue(capacity)),
      tagsFact(capacity.tags),
      timeFact(CREATED, capacity.creationTime),
    ],
    sections: [],
  };
}

function servedModel({ modelArn }: ProvisionedThroughput): readonly Value[] {
  return modelArn.includes('::foundation-model/') ? modelValue(modelArn) : arnValue(modelArn);
}

const LENGTHS: Readonly<Record<string, string>> = { OneMonth: '1 month', SixMonths: '6 months' };

function commitmentValue(capacity: ProvisionedThroughput): readonly Value[] {
  const { commitmentDuration, commitmentExpirationTime } = capacity;
  if (commitmentDuration === null) return [];
  const length = LENGTHS[commitmentDuration] ?? commitmentDuration;
  return commitmentExpirationTime === null
    ? [{ text: length }]
    : [{ text: `${dayOf(commitmentExpirationTime)}, ${length}` }];
}

/** A SageMaker endpoint that serves a Marketplace model. */
export function describeEndpoint(endpoint: MarketplaceEndpoint): Described {
  const { detail } = endpoint;
  return {
    kind: 'Marketplace',
    name: endpoint.endpointArn.split('/').at(-1) ?? endpoint.endpointArn,
    awsId: endpoint.endpointArn,
    facts: [
      ...(endpoint.status === null ? [] : [statusFact(endpoint.status)]),
      fact(NAMES.models, hubModel(endpoint.modelSourceIdentifier)),
      partFact({ ...SIZE, none: 'not told' }, [detail], (each) =>
        each.instanceType === null
          ? []
          : [{ text: `${each.initialInstanceCount ?? '?'} x ${each.instanceType}` }],
      ),
      partFact(NAMES.role, [detail], ({ executionRole }) => arnValue(executionRole, 'role')),
      partFact(NAMES.key, [detail], ({ kmsEncryptionKey }) => arnValue(kmsEncryptionKey)),
      partFact(VPC, [detail], ({ vpc }) => (vpc?.subnetIds ?? []).map((text) => ({ text }))),
      timeFact(CREATED, endpoint.createdAt),
    ],
    sections: [],
  };
}

/** The model of a hub content's ARN: `arn:...:hub-content/hub/Model/name/1.0`. */
function hubModel(arn: string): readonly Value[] {
  const name = /\/Model\/([^/]+)/.exec(arn)?.[1];
  return [{ text: name ?? shortArn(arn), full: arn }];
}

/** A router, which picks one of its models for every prompt. */
export function describeRouter(router: PromptRouter): Described {
  const { responseQualityDifference: difference } = router;
  return {
    kind: router.type === 'default' ? 'Router of AWS' : 'Prompt router',
    name: router.promptRouterName,
    awsId: router.promptRouterArn,
    facts: [
      statusFact(router.status),
      fact(NAMES.models, router.modelArns.flatMap(modelValue)),
      fact({ id: 'fallback', label: 'Falls back to' }, modelValue(router.fallbackModelArn)),
      fact(
        { id: 'quality', label: 'Quality difference', none: 'not told' },
        difference === null ? [] : [{ text: `${difference} %` }],
      ),
      fact({ id: 'description', label: 'Description' }, textValue(router.description)),
      timeFact(CREATED, router.createdAt),
    ],
    sections: [],
  };
}

function tagsFact(tags: Part<readonly BedrockTag[]>): Fact {
  return partFact(TAGS, [tags], (all) =>
    all.map(({ key, value }) => ({ text: `${key}=${value}` })),
  );
}

function messageValue(text: string | null): readonly Value[] {
  return textValue(text).map((value) => ({ ...value, warns: true }));
}

/** AWS's constant in words: `FINE_TUNING` is `fine tuning`. */
function words(constant: string | null): string | null {
  return constant === null ? null : constant.replaceAll('_', ' ').toLowerCase();
}
