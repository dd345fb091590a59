import type { FoundationModel, InferenceProfile, Trail } from '../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import type { AgentCoreWorld } from './agentcore/index.ts';
import type { AgentsWorld } from './agents/index.ts';
import type { BedrockWorld } from './bedrock/bedrock-world.ts';
import type { BillWorld } from './bill/bill-world.ts';
import type { DigestsWorld } from './digests/index.ts';
import type {
  CloudTrailRecord,
  EventChoice,
  LogGroupPlace,
  WorldAccount,
  WorldBucket,
  WorldIdentity,
  WorldInvocation,
  WorldLogEvent,
  WorldMetric,
  WorldObject,
} from './facts.ts';
import type { GuardrailsWorld } from './guardrails/guardrails-world.ts';
import type { IdentityWorld } from './identity/identity-world.ts';
import type { MantleCall } from './mantle/mantle-calls.ts';
import type { MoneyWorld } from './money/money-world.ts';
import type { OrganizationsWorld } from './organizations/organizations-world.ts';
import type { SurroundingsWorld } from './surroundings/surroundings-world.ts';

export type * from './facts.ts';

/** The simulated organisation: deterministic for a seed and a point in time. */
export interface World
  extends AgentCoreWorld,
    AgentsWorld,
    BedrockWorld,
    BillWorld,
    DigestsWorld,
    GuardrailsWorld,
    MoneyWorld,
    IdentityWorld,
    OrganizationsWorld,
    SurroundingsWorld {
  readonly now: Instant;
  readonly organizationId: string;
  readonly accounts: readonly WorldAccount[];
  /** Every Region where Bedrock exists in this world. */
  readonly bedrockRegions: readonly string[];
  /** The static key pair of a first start; belongs to the management account. */
  readonly rootKey: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Role that Assay assumes in each account. */
  readonly readerRoleArns: readonly string[];
  readonly logBucket: { readonly name: string; readonly region: string };
  /** Every bucket that logs are delivered to, `logBucket` among them. */
  readonly logBuckets: readonly WorldBucket[];
  identityOf(accessKeyId: string): WorldIdentity | null;
  /** Temporary credentials for a role that exists and trusts the caller; null otherwise. */
  assumeRole(
    caller: WorldIdentity,
    roleArn: string,
    sessionName: string,
  ): {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
    readonly expiration: Instant;
    readonly identity: WorldIdentity;
  } | null;
  foundationModels(region: string): readonly FoundationModel[];
  inferenceProfiles(accountId: string, region: string): readonly InferenceProfile[];
  trails(accountId: string): readonly Trail[];
  readonly invocations: readonly WorldInvocation[];
  /** Inference through Bedrock Mantle, oldest first. */
  readonly mantleCalls: readonly MantleCall[];
  /**
   * Management events of one account and Region, oldest first, inference included, from `fromMs`
   * (included) to `toMs` (excluded). S3 gets them two hours later.
   */
  events(
    accountId: string,
    region: string,
    fromMs: number,
    toMs: number,
    only?: EventChoice,
  ): readonly CloudTrailRecord[];
  metrics(accountId: string, region: string): readonly WorldMetric[];
  /** Objects whose key starts with `prefix`, in key order. */
  objects(bucket: string, prefix: string): readonly WorldObject[];
  /**
   * Events of a log group in order of time, from `fromMs` (included) to `toMs` (excluded), as far as
   * they have been delivered; messages are written when read. None where there is no such group.
   */
  logEvents(place: LogGroupPlace, fromMs: number, toMs: number): readonly WorldLogEvent[];
}
