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
      cloudWatchConfig: cloudWatchConfig(logging),
      s3Config: s3Config(logging.s3Bucket, logging.s3KeyPrefix),
      textDataDeliveryEnabled: modalities.includes('text'),
      imageDataDeliveryEnabled: modalities.includes('image'),
      embeddingDataDeliveryEnabled: modalities.includes('embedding'),
      videoDataDeliveryEnabled: modalities.includes('video'),
      audioDataDeliveryEnabled: modalities.includes('audio'),
    },
  };
}

function s3Config(bucketName: string | null, keyPrefix: string | null): object | undefined {
  return bucketName === null ? undefined : { bucketName, keyPrefix: keyPrefix ?? undefined };
}

function cloudWatchConfig(logging: InvocationLogging): object | undefined {
  if (logging.logGroup === null) return undefined;
  return {
    logGroupName: logging.logGroup,
    roleArn: logging.logGroupRoleArn ?? undefined,
    largeDataDeliveryS3Config: s3Config(logging.largeDataS3Bucket, logging.largeDataS3KeyPrefix),
  };
}
