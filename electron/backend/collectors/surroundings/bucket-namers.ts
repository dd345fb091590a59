import type {
  BatchJob,
  BucketPurpose,
  CustomizationJob,
  EvaluationJob,
  Flow,
  KnowledgeBase,
} from '../../../../shared/model/dataset.ts';
import { known, maybe, type Namer, namer } from './namers.ts';

/** A bucket that an item names, what for, and the item's ARN or name. */
export interface NamedBucket {
  readonly name: string;
  readonly purpose: BucketPurpose;
  readonly by: string;
}

const LOGGING = 'model invocation logging';

/** Who names buckets. */
export const bucketNamers: readonly Namer<NamedBucket>[] = [
  namer('invocation-logging', ({ s3Bucket, largeDataS3Bucket }) => [
    ...inBuckets('invocation-logs', LOGGING, [s3Bucket]),
    ...inBuckets('large-invocation-bodies', LOGGING, [largeDataS3Bucket]),
  ]),
  namer('trails', ({ s3Bucket, trailArn }) => inBuckets('trail', trailArn, [s3Bucket])),
  namer('custom-models', ({ modelArn, detail }) => customization(modelArn, known(detail))),
  namer('customization-jobs', ({ jobArn, detail }) => customization(jobArn, known(detail))),
  namer('imported-models', ({ modelArn, detail }) =>
    inBuckets('model-import', modelArn, [known(detail)?.s3Uri]),
  ),
  namer('import-jobs', ({ jobArn, detail }) =>
    inBuckets('model-import', jobArn, [known(detail)?.s3Uri]),
  ),
  namer('batch-jobs', batchBuckets),
  namer('evaluation-jobs', evaluationBuckets),
  namer('knowledge-bases', knowledgeBuckets),
  namer('flows', flowBuckets),
  namer('agentcore-browsers', ({ browserArn, settings }) =>
    inBuckets('browser-recordings', browserArn, [known(settings)?.recording?.bucket]),
  ),
];

type Customization = Pick<
  Extract<CustomizationJob['detail'], { readonly read: true }>['value'],
  'trainingS3Uris' | 'validationS3Uris' | 'outputS3Uri'
>;

function customization(by: string, detail: Customization | null): readonly NamedBucket[] {
  return [
    ...inBuckets('training-data', by, detail?.trainingS3Uris ?? []),
    ...inBuckets('validation-data', by, detail?.validationS3Uris ?? []),
    ...inBuckets('customization-output', by, [detail?.outputS3Uri]),
  ];
}

function batchBuckets({ jobArn, inputS3Uri, outputS3Uri }: BatchJob): readonly NamedBucket[] {
  return [
    ...inBuckets('batch-input', jobArn, [inputS3Uri]),
    ...inBuckets('batch-output', jobArn, [outputS3Uri]),
  ];
}

function evaluationBuckets({ jobArn, detail }: EvaluationJob): readonly NamedBucket[] {
  return [
    ...inBuckets('evaluation-data', jobArn, known(detail)?.datasetS3Uris ?? []),
    ...inBuckets('evaluation-output', jobArn, [known(detail)?.outputS3Uri]),
  ];
}

function knowledgeBuckets({ knowledgeBaseId, settings, dataSources }: KnowledgeBase) {
  const by = known(settings)?.knowledgeBaseArn ?? knowledgeBaseId;
  const sources = (known(dataSources) ?? []).map((source) => known(source.settings));
  return [
    ...inBuckets('knowledge-base-media', by, known(settings)?.supplementalStorageUris ?? []),
    ...sources.flatMap((source) => [
      ...inBuckets('knowledge-base-source', by, [source?.bucketArn]),
      ...inBuckets('knowledge-base-media', by, [source?.intermediateStorageUri]),
    ]),
  ];
}

function flowBuckets({ flowArn, versions }: Flow): readonly NamedBucket[] {
  const nodes = versions.flatMap(({ settings }) => known(settings)?.nodes ?? []);
  return inBuckets(
    'flow-storage',
    flowArn,
    nodes.map(({ bucketName }) => bucketName),
  );
}

function inBuckets(
  purpose: BucketPurpose,
  by: string,
  places: readonly (string | null | undefined)[],
): readonly NamedBucket[] {
  return places.flatMap((place) => maybe(bucketOf(place), { purpose, by }));
}

/** The bucket of an S3 URI or a bucket's ARN, or a bucket's own name; null for anything else. */
export function bucketOf(place: string | null | undefined): string | null {
  const found = /^(?:s3:\/\/|arn:[^:]*:s3:::)?([a-z0-9][a-z0-9._-]+)(?:\/|$)/i.exec(place ?? '');
  return found?.[1] ?? null;
}
