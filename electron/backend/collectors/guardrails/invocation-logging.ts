import type { LoggingConfig } from '@aws-sdk/client-bedrock';
import type { InvocationLogging } from '../../../../shared/model/dataset.ts';
import type { Collector } from '../collector.ts';

/** Whether and where a Region logs model invocations; always one item. */
export const invocationLogging: Collector<'invocation-logging'> = {
  dataset: 'invocation-logging',
  title: 'Model invocation logging',
  scope: 'region',
  iamActions: ['bedrock:GetModelInvocationLoggingConfiguration'],
  collect: async ({ clients, region, call }) => {
    const answer = await call('bedrock:GetModelInvocationLoggingConfiguration', async (options) =>
      (await clients.bedrock(region)).getModelInvocationLoggingConfiguration({}, options),
    );
    return [toInvocationLogging(answer.loggingConfig)];
  },
};

/**
 * The configuration of a Region; AWS leaves `loggingConfig` out when logging is off, and a
 * configuration without a destination delivers nothing.
 */
export function toInvocationLogging(config: LoggingConfig | undefined): InvocationLogging {
  const s3 = config?.s3Config;
  const logs = config?.cloudWatchConfig;
  return {
    enabled: Boolean(s3?.bucketName) || Boolean(logs?.logGroupName),
    s3Bucket: s3?.bucketName ?? null,
    s3KeyPrefix: s3?.keyPrefix ?? null,
    logGroup: logs?.logGroupName ?? null,
    logGroupRoleArn: logs?.roleArn ?? null,
    largeDataS3Bucket: logs?.largeDataDeliveryS3Config?.bucketName ?? null,
    largeDataS3KeyPrefix: logs?.largeDataDeliveryS3Config?.keyPrefix ?? null,
    modalities: deliveredModalities(config),
  };
}

function deliveredModalities(config: LoggingConfig | undefined): readonly string[] {
  const delivered = [
    { modality: 'text', on: config?.textDataDeliveryEnabled },
    { modality: 'image', on: config?.imageDataDeliveryEnabled },
    { modality: 'embedding', on: config?.embeddingDataDeliveryEnabled },
    { modality: 'video', on: config?.videoDataDeliveryEnabled },
    { modality: 'audio', on: config?.audioDataDeliveryEnabled },
  ];
  return delivered.filter(({ on }) => on === true).map(({ modality }) => modality);
}
