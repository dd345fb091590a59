import type { ProvisionedThroughput } from '../../../../../shared/model/dataset.ts';
import type { Operation } from '../../service.ts';
import { arnAndId, getOperation, listOperation, resourcesOf } from './resources.ts';
import type { TagsOf } from './tags.ts';
import { known, optional } from './wire-parts.ts';

/** Provisioned throughput; AWS answers the same of one as of all. */
export const throughputOperations: Readonly<Record<string, Operation>> = {
  ListProvisionedModelThroughputs: listOperation({
    http: 'GET /provisioned-model-throughputs',
    action: 'bedrock:ListProvisionedModelThroughputs',
    member: 'provisionedModelSummaries',
    items: (call) => resourcesOf(call).provisionedThroughputs,
    describe: describeThroughput,
    equals: { statusEquals: ({ status }) => status, modelArnEquals: ({ modelArn }) => modelArn },
    contains: ['nameContains', ({ provisionedModelName }) => provisionedModelName],
    time: ['creationTime', ({ creationTime }) => creationTime],
  }),
  GetProvisionedModelThroughput: getOperation({
    http: 'GET /provisioned-model-throughput/{provisionedModelId}',
    action: 'bedrock:GetProvisionedModelThroughput',
    label: 'provisionedModelId',
    items: (call) => resourcesOf(call).provisionedThroughputs,
    names: (found) => [...arnAndId(found.provisionedModelArn), found.provisionedModelName],
    describe: describeThroughput,
  }),
};

/** The tags of a throughput. */
export const throughputTags: TagsOf = (call, arn) => {
  const all = resourcesOf(call).provisionedThroughputs;
  const found = all.find(({ provisionedModelArn }) => provisionedModelArn === arn);
  return found === undefined ? undefined : known(found.tags);
};

function describeThroughput(found: ProvisionedThroughput): object {
  return {
    provisionedModelName: found.provisionedModelName,
    provisionedModelArn: found.provisionedModelArn,
    modelArn: found.modelArn,
    desiredModelArn: optional(found.desiredModelArn),
    foundationModelArn: optional(found.foundationModelArn),
    modelUnits: found.modelUnits,
    desiredModelUnits: optional(found.desiredModelUnits),
    status: found.status,
    commitmentDuration: optional(found.commitmentDuration),
    commitmentExpirationTime: optional(found.commitmentExpirationTime),
    creationTime: optional(found.creationTime),
    lastModifiedTime: optional(found.lastModifiedTime),
  };
}
