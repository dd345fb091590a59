import type { InvocationLogging } from '../../../../../shared/model/dataset.ts';
import type { Call, Operation } from '../../service.ts';

/** Model invocation logging of the caller's account and Region. */
export const loggingOperations: Readonly<Record<string, Operation>> = {
  GetModelInvocationLoggingConfiguration: {
    http: 'GET /logging/modelinvocations',
    action: 'bedrock:GetModelInvocationLoggingConfiguration',
    run: getLoggingConfiguration,
  },
};

/** `loggingConfig` is absent while logging is off. */
function getLoggingConfiguration(call: Call): object {
  const logging = call.world.invocationLogging(call.identity.accountId, call.region);
  if (!logging.enabled) return {};
  const modalities = logging.modalities.map((modality) => modality.toLowerCase());
  return {
    loggingConfig: {
      cloudWatchConfig: cloudWatchConfig(logging, call.identity.accountId),
      s3Config: s3Config(logging),
      textDataDeliveryEnabled: modalities.includes('text'),
      imageDataDeliveryEnabled: modalities.includes('image'),
      embeddingDataDeliveryEnabled: modalities.includes('embedding'),
      videoDataDeliveryEnabled: modalities.includes('video'),
      audioDataDeliveryEnabled: modalities.includes('audio'),
    },
  };
}

function s3Config(logging: InvocationLogging): object | undefined {
  if (logging.s3Bucket === null) return undefined;
  return { bucketName: logging.s3Bucket, keyPrefix: logging.s3KeyPrefix ?? undefined };
}

function cloudWatchConfig(logging: InvocationLogging, accountId: string): object | undefined {
  if (logging.logGroup === null) return undefined;
  return {
    logGroupName: logging.logGroup,
    roleArn: `arn:aws:iam::${accountId}:role/BedrockInvocationLogging`,
    largeDataDeliveryS3Config:
      logging.largeDataS3Bucket === null ? undefined : { bucketName: logging.largeDataS3Bucket },
  };
}
