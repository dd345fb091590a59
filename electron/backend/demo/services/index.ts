import type { IssuedTokens } from '../credentials.ts';
import type { Service } from '../service.ts';
import type { World } from '../world/world.ts';
import { bedrockService } from './bedrock.ts';
import { cloudtrailService } from './cloudtrail.ts';
import { cloudwatchService } from './cloudwatch.ts';
import { iamService } from './iam.ts';
import { s3Service } from './s3.ts';
import { stsService } from './sts.ts';

/** Every simulated service by the signing name of the credential scope; S3 takes what is left. */
export function createServices(parts: {
  readonly world: World;
  readonly tokens: IssuedTokens;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
}): ReadonlyMap<string, Service> {
  return new Map([
    ['sts', stsService(parts.tokens)],
    ['iam', iamService(parts.world)],
    ['cloudtrail', cloudtrailService(parts.clock)],
    ['monitoring', cloudwatchService()],
    ['bedrock', bedrockService()],
    ['s3', s3Service(parts.world)],
  ]);
}
