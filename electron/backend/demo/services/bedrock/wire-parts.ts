import { AppError } from '../../../../../shared/model/app-error.ts';
import type { BedrockVpc, Part } from '../../../../../shared/model/dataset.ts';

/** A member that is left out where the world has null. */
export function optional<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

/** A network as Bedrock answers it; left out where there is none. */
export function vpcConfig(vpc: BedrockVpc | null): object | undefined {
  return vpc === null
    ? undefined
    : { subnetIds: vpc.subnetIds, securityGroupIds: vpc.securityGroupIds };
}

/** Where data lies in S3; left out where there is none. */
export function s3Config(s3Uri: string | null): object | undefined {
  return s3Uri === null ? undefined : { s3Uri };
}

/** Training and validation data as customization jobs and custom models answer them. */
export function dataConfig(data: {
  readonly trainingS3Uris: readonly string[];
  readonly validationS3Uris: readonly string[];
  readonly outputS3Uri: string | null;
}): object {
  const [training] = data.trainingS3Uris;
  const validators = data.validationS3Uris.map((s3Uri) => ({ s3Uri }));
  return {
    trainingDataConfig: training === undefined ? undefined : { s3Uri: training },
    validationDataConfig: validators.length === 0 ? undefined : { validators },
    outputDataConfig: s3Config(data.outputS3Uri),
  };
}

/**
 * What the world has of a part; everything of it is readable.
 * @throws AppError `internal` for a world that says otherwise.
 */
export function known<T>(part: Part<T>): T {
  if (!part.read) {
    throw new AppError('internal', `The simulated world cannot tell: ${part.outcome.reason}`);
  }
  return part.value;
}
