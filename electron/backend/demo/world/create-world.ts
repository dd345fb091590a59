import type { Instant } from '../../../../shared/model/period.ts';
import { agentCoreWorld } from './agentcore/index.ts';
import { agentCalls } from './agents/agent-calls.ts';
import { createAgentsWorld } from './agents/index.ts';
import { authorizationOf } from './authorization.ts';
import { createBedrockWorld } from './bedrock/index.ts';
import { BILLING_BUCKET } from './bill/export-objects.ts';
import { createBillWorld } from './bill/index.ts';
import { createCalendar } from './calendar.ts';
import { createCredentials } from './credentials.ts';
import { createDataActs } from './data-acts.ts';
import { digestsWorld } from './digests/index.ts';
import { createEventIndex } from './events.ts';
import { createGuardrailsWorld } from './guardrails/index.ts';
import { createIdentityWorld } from './identity/identity-world.ts';
import { createLastUses } from './identity/last-uses.ts';
import { inferenceProfilesIn } from './inference-profiles.ts';
import { createInvocations } from './invocations.ts';
import { once } from './keep.ts';
import { createLogEvents } from './log-group-events.ts';
import { createManagementActs } from './management-acts.ts';
import { createMantleCalls } from './mantle/mantle-calls.ts';
import { createMetrics } from './metrics/index.ts';
import { foundationModelsIn } from './models.ts';
import { createMoneyWorld } from './money/index.ts';
import { createObjects, logBucketsOf } from './objects.ts';
import {
  accountPlaces,
  BEDROCK_REGIONS,
  LOG_BUCKET,
  ORGANIZATION_ID,
  STORY_ACCOUNTS,
} from './organization.ts';
import { createOrganizationsWorld } from './organizations/organizations-world.ts';
import { readerRoleArn } from './policies.ts';
import { createSurroundings } from './surroundings/index.ts';
import { trailsOf } from './trails.ts';
import type { World } from './world.ts';

/** What a world is made of; the same options always make the same world. */
export interface WorldOptions {
  readonly now: Instant;
  readonly seed?: number;
  /** How many accounts Assay can read; at least, and by default, the eight of the story. */
  readonly accounts?: number;
  /**
   * About how many model calls the history holds: every workload calls so much more (or less). The
   * incidents of the story stay as they are.
   */
  readonly events?: number;
}

/**
 * Makes the simulated organisation "acme": seven accounts and a sandbox outside of it, six Regions
 * in each, about 50 principals, 95 days of model calls that end at `now`. Model calls are the facts;
 * CloudTrail events, invocation logs, metrics and S3 objects are derived from them when asked for.
 *
 * The story, counted from the Monday of this week: a leaked key of `ci-deploy-bot` invokes Opus
 * from a new network after a look around (9 days before), `batch-etl` writes nine times its usual
 * cache in one night (5 days before), logging starts in platform-prod us-west-2 (41 days before).
 * Logging is off in data-science us-west-2 and in the sandbox; the sandbox's trail records writes
 * only; `legacy-reporting` still calls Claude 3.5 Sonnet; guardrails range from solid to none.
 * What the bill says other than list prices is in `bill/planted.ts`.
 * A finished day depends on its date and the seed alone, save for those story days.
 */
export function createWorld(options: WorldOptions): World {
  const { now, seed = 7, accounts = STORY_ACCOUNTS } = options;
  const places = accountPlaces(accounts);
  const calendar = createCalendar(now);
  const acts = createManagementActs(calendar, seed, places);
  const mantleCalls = createMantleCalls(calendar, seed);
  const dataActs = createDataActs(calendar, seed, mantleCalls);
  const invocations = createInvocations(calendar, {
    seed,
    accounts,
    events: options.events,
    more: agentCalls(dataActs, calendar),
  });
  const events = createEventIndex(invocations, [...acts, ...dataActs]);
  const lastUses = once(() => createLastUses(invocations, acts));
  const logEvents = once(() => createLogEvents(calendar, invocations));
  const logBuckets = [...logBucketsOf(calendar, places), BILLING_BUCKET];
  const bill = createBillWorld({ calendar, invocations, mantleCalls, dataActs, places });
  const objects = once(() => createObjects({ calendar, invocations, events, places }));
  return {
    now,
    organizationId: ORGANIZATION_ID,
    accounts: places.map((place) => ({
      accountId: place.accountId,
      name: place.name,
      regions: place.regions,
      deniedActions: place.deniedActions,
      authorization: authorizationOf(place, calendar, lastUses()),
    })),
    ...createIdentityWorld(calendar, now, lastUses),
    ...createOrganizationsWorld(places),
    bedrockRegions: BEDROCK_REGIONS,
    ...createAgentsWorld(calendar.nowMs),
    ...agentCoreWorld,
    ...createCredentials(now, calendar.nowMs, places),
    readerRoleArns: places.map(({ accountId }) => readerRoleArn(accountId)),
    logBucket: LOG_BUCKET,
    logBuckets,
    foundationModels: (region) => foundationModelsIn(region, calendar),
    inferenceProfiles: inferenceProfilesIn,
    ...createGuardrailsWorld(calendar),
    ...createBedrockWorld(calendar),
    ...createMoneyWorld(calendar, bill),
    ...bill,
    ...createSurroundings({ calendar, now, logBuckets }),
    trails: (accountId) => trailsOf(accountId, now),
    ...digestsWorld,
    invocations,
    mantleCalls,
    events: (accountId, region, fromMs, toMs, only) =>
      events.between({ accountId, region }, { fromMs, toMs }, only).map((event) => event.record()),
    metrics: createMetrics({ calendar, invocations, mantleCalls, dataActs }),
    objects: (bucket, prefix) => {
      const all = bucket === BILLING_BUCKET.name ? bill.billObjects() : objects().get(bucket);
      return (all ?? []).filter(({ key }) => key.startsWith(prefix));
    },
    logEvents: (place, fromMs, toMs) => logEvents()(place, fromMs, toMs),
  };
}
