import type { IssuedTokens } from '../credentials.ts';
import type { Service } from '../service.ts';
import type { WireRequest } from '../wire-request.ts';
import type { World } from '../world/world.ts';
import { searchServerlessService } from './aoss/index.ts';
import { dataExportsService } from './bcm-data-exports/index.ts';
import { bedrockService } from './bedrock/index.ts';
import { agentCoreService } from './bedrock-agentcore/index.ts';
import { budgetsService } from './budgets/index.ts';
import { costExplorerService } from './ce/index.ts';
import { cloudtrailService } from './cloudtrail/index.ts';
import { cloudwatchService } from './cloudwatch/index.ts';
import { ec2Service } from './ec2/index.ts';
import { iamService } from './iam/index.ts';
import { kmsService } from './kms/index.ts';
import { lambdaService } from './lambda/index.ts';
import { logsService } from './logs/index.ts';
import { macieService } from './macie2/index.ts';
import { organizationsService } from './organizations/index.ts';
import { pricingService } from './pricing/index.ts';
import { s3Service } from './s3/index.ts';
import { asksS3Control, s3ControlService } from './s3control/index.ts';
import { serviceQuotasService } from './servicequotas/index.ts';
import { stsService } from './sts.ts';

/** S3 Control has no signing name of its own. */
const S3_CONTROL = 's3 control';

/** The name in `createServices` of the service that a request is for. */
export function serviceNameOf(signedFor: string, request: WireRequest): string {
  return signedFor === 's3' && asksS3Control(request) ? S3_CONTROL : signedFor;
}

/** Every simulated service by the signing name of the credential scope; S3 takes what is left. */
export function createServices(parts: {
  readonly world: World;
  readonly tokens: IssuedTokens;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
}): ReadonlyMap<string, Service> {
  return new Map([
    ['sts', stsService(parts.tokens)],
    ['iam', iamService(parts.world, parts.clock)],
    ['organizations', organizationsService()],
    ['cloudtrail', cloudtrailService(parts.clock)],
    ['monitoring', cloudwatchService()],
    ['bedrock', bedrockService()],
    ['bedrock-agentcore', agentCoreService()],
    ['bcm-data-exports', dataExportsService()],
    ['budgets', budgetsService()],
    ['ce', costExplorerService()],
    ['pricing', pricingService()],
    ['servicequotas', serviceQuotasService()],
    ['logs', logsService()],
    ['ec2', ec2Service()],
    ['kms', kmsService()],
    ['macie2', macieService()],
    ['aoss', searchServerlessService()],
    ['lambda', lambdaService()],
    [S3_CONTROL, s3ControlService()],
    ['s3', s3Service(parts.world)],
  ]);
}
