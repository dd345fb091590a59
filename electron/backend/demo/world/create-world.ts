import type { Instant } from '../../../../shared/model/period.ts';
import { authorizationOf } from './authorization.ts';
import { createCalendar } from './calendar.ts';
import { createCredentials } from './credentials.ts';
import { createEventIndex } from './events.ts';
import { groupBy } from './grouping.ts';
import { guardrailsIn } from './guardrails.ts';
import { inferenceProfilesIn } from './inference-profiles.ts';
import { createInvocations } from './invocations.ts';
import { keepByKey, once } from './keep.ts';
import { invocationLoggingIn } from './logging.ts';
import { createManagementActs } from './management-acts.ts';
import { metricsOf } from './metrics.ts';
import { createMoneyWorld } from './money/index.ts';
import { foundationModelsIn } from './models.ts';
import { createObjects } from './objects.ts';
import { ACCOUNT_PLACES, BEDROCK_REGIONS, LOG_BUCKET, ORGANIZATION_ID } from './organization.ts';
import { readerRoleArn } from './policies.ts';
import { trailsOf } from './trails.ts';
import type { World } from './world.ts';

/**
 * Makes the simulated organisation "acme": five accounts and a sandbox outside of it, about 40
 * principals, 95 days of model calls that end at `now`. Model calls are the facts; CloudTrail
 * events, invocation logs, metrics and S3 objects are derived from them when asked for.
 *
 * The story, counted from the Monday of this week: a leaked key of `ci-deploy-bot` invokes Opus
 * from a new network after a look around (9 days before), `batch-etl` writes nine times its usual
 * cache in one night (5 days before), logging starts in platform-prod us-west-2 (41 days before).
 * Logging is off in data-science us-west-2 and in the sandbox; the sandbox's trail records writes
 * only; `legacy-reporting` still calls Claude 3.5 Sonnet; guardrails range from solid to none.
 * A finished day depends on its date and the seed alone, save for those story days.
 */
export function createWorld(options: { readonly now: Instant; readonly seed?: number }): World {
  const { now, seed = 7 } = options;
  const calendar = createCalendar(now);
  const invocations = createInvocations(calendar, seed);
  const events = createEventIndex(invocations, createManagementActs(calendar, seed));
  const callsByPlace = groupBy(invocations, (call) => `${call.accountId}/${call.region}`);
  const metrics = keepByKey((place) => metricsOf(callsByPlace.get(place) ?? []));
  const objects = once(() => createObjects({ calendar, invocations, events }));
  return {
    now,
    organizationId: ORGANIZATION_ID,
    accounts: ACCOUNT_PLACES.map((place) => ({
      accountId: place.accountId,
      name: place.name,
      regions: place.regions,
      deniedActions: place.deniedActions,
      authorization: authorizationOf(place, calendar),
    })),
    bedrockRegions: BEDROCK_REGIONS,
    ...createCredentials(now, calendar.nowMs),
    readerRoleArns: ACCOUNT_PLACES.map(({ accountId }) => readerRoleArn(accountId)),
    logBucket: LOG_BUCKET,
    foundationModels: (region) => foundationModelsIn(region, calendar),
    inferenceProfiles: inferenceProfilesIn,
    guardrails: (accountId, region) => guardrailsIn(accountId, region, calendar),
    invocationLogging: (accountId, region) => invocationLoggingIn(accountId, region, calendar),
    ...createMoneyWorld(calendar),
    trails: trailsOf,
    invocations,
    events: (accountId, region, fromMs, toMs) =>
      events.between({ accountId, region }, fromMs, toMs).map((event) => event.record()),
    metrics: (accountId, region) => metrics(`${accountId}/${region}`),
    objects: (bucket, prefix) =>
      bucket === LOG_BUCKET.name ? objects().filter(({ key }) => key.startsWith(prefix)) : [],
  };
}
