import { z } from 'zod';
import { daysBetween } from '../model/period.ts';
import { SERVICE_TIERS } from '../model/usage.ts';
import { month, name, ofPeriod, pageShape, periodShape, region } from './schema-parts.ts';
import { sharedCostRules, teamRules } from './spend-settings.ts';

/** Inputs of the page Spend. Answers are typed in `spend-answers.ts`. */
const long = z.string().min(1).max(2_048);
const MOST_HOURLY_DAYS = 14;

/** What spend can be grouped by; beside these `tag:<key>` and `metadata:<key>`. */
export const groupings = [
  'model',
  'provider',
  'account',
  'region',
  'destination-region',
  'scope',
  'tier',
  'unit',
  'principal',
  'person',
  'profile',
  'project',
  'team',
  'guardrail',
  'agent',
  'knowledge-base',
] as const;

/** What AWS allows as the key of request metadata and of tags; it becomes part of a JSON path. */
const KEYED = /^(tag|metadata):[\w\s:@$#=/+,.-]{1,256}$/;

/** One grouping. */
export const spendGrouping = z.union([
  z.enum(groupings),
  z
    .templateLiteral([z.enum(['tag', 'metadata']), ':', z.string()])
    .refine((text) => KEYED.test(text), {
      message: 'expected a key of letters, digits, spaces and :_@$#=/+,.-, as in tag:team',
    }),
]);

const names = z.array(name).max(200).optional();
const longs = z.array(long).max(200).optional();
const keyed = z.strictObject({
  key: name.regex(/^[\w\s:@$#=/+,.-]+$/, 'expected letters, digits, spaces and :_@$#=/+,.-'),
  values: z.array(z.string().max(2_048)).min(1).max(200),
});

/** Which usage: values are the keys that groups have; what is absent or empty takes all. */
export const usageFilter = z.strictObject({
  accounts: z.array(name).max(100).optional(),
  regions: z.array(region).max(100).optional(),
  /** Model keys as called, or base model ids for every profile of a model. */
  models: longs,
  principals: longs,
  providers: names,
  destinationRegions: names,
  scopes: names,
  tiers: names,
  /** Narrows money and tokens; calls are not split by unit. */
  units: names,
  persons: longs,
  profiles: longs,
  projects: names,
  teams: names,
  guardrails: longs,
  agents: longs,
  knowledgeBases: longs,
  tag: keyed.optional(),
  metadata: keyed.optional(),
});

/** By what groups are ordered, movers are found and the rest is cut off. */
export const measures = [
  'usd',
  'tokens',
  'calls',
  'usd-per-call',
  'usd-per-1k-output-tokens',
] as const;

const spendShape = {
  ...periodShape,
  groupBy: spendGrouping,
  /** `day` when absent. */
  granularity: z.enum(['hour', 'day', 'week', 'month']).optional(),
  filter: usageFilter.optional(),
  /** `usd` when absent. */
  measure: z.enum(measures).optional(),
  /** The period of the same length before, or the same days a month before. */
  compare: z.enum(['previous-period', 'previous-weekdays', 'previous-month']).optional(),
  /** Groups of their own, by `measure`; the rest is summed as `other`. */
  top: z.number().int().min(1).max(500).optional(),
  /** Tells how much of the money is tied to principals and teams. */
  attribution: z.boolean().optional(),
};

export const spendInput = ofPeriod(z.strictObject(spendShape)).refine(
  ({ granularity, from, to }) =>
    granularity !== 'hour' || daysBetween(from, to) <= MOST_HOURLY_DAYS,
  `expected at most ${MOST_HOURLY_DAYS} days by the hour`,
);

/** Which logged calls; the filter is that of `spend.get`, but for units and destination Regions. */
export const callsInput = ofPeriod(
  z.strictObject({
    ...periodShape,
    filter: usageFilter.omit({ units: true, destinationRegions: true }).optional(),
    /** `true`: only failed calls; `false`: only those that succeeded. */
    failed: z.boolean().optional(),
    sort: z.enum(['time-desc', 'time-asc', 'tokens-desc', 'latency-desc']).optional(),
    ...pageShape,
  }),
);

/** The running month when absent. */
export const forecastInput = z.strictObject({
  month: month.optional(),
  filter: usageFilter.optional(),
});

export const usageInput = ofPeriod(
  z.strictObject({ ...periodShape, filter: usageFilter.optional() }),
);

/** What the period's calls and the newest readings have keys of. */
export const keysInput = ofPeriod(z.strictObject(periodShape));

export const budgetsInput = z.strictObject({ month: month.optional() });
export const capacityInput = ofPeriod(z.strictObject(periodShape));

const ttl = z.enum(['5m', '30m', '1h']);
const scope = z.enum(['in-region', 'geographic', 'global']);
const tier = z.enum(SERVICE_TIERS);
const cachePolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('time-to-live'), ttl }),
  z.strictObject({
    kind: z.literal('cache-input'),
    ttl,
    readsPerWrite: z.number().int().min(0).max(10_000),
  }),
]);

/** Capacity to buy: model units, or thousands of reserved tokens a minute. */
const commitment = z.strictObject({
  unit: z.enum([
    'provisioned-mu-hours',
    'provisioned-mu-hours-1-month',
    'provisioned-mu-hours-6-months',
  ]),
  modelId: long,
  region,
  units: z.number().int().min(1).max(10_000),
});

const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('model'), modelId: long }),
  z.strictObject({ kind: z.literal('tier'), tier }),
  z.strictObject({ kind: z.literal('scope'), scope }),
  z.strictObject({ kind: z.literal('cache'), policy: cachePolicy }),
  z.strictObject({ kind: z.literal('commitment'), commitment }),
]);

const selection = z.strictObject({
  models: longs,
  accounts: names,
  regions: z.array(region).max(100).optional(),
  tiers: z.array(tier).optional(),
  scopes: z.array(scope).optional(),
});

/** Steps apply in their order, each to the usage that the one before left. */
export const whatIfInput = ofPeriod(
  z.strictObject({
    ...periodShape,
    changes: z
      .array(
        z.strictObject({
          select: selection,
          percent: z.number().int().min(1).max(100),
          to: target,
        }),
      )
      .min(1)
      .max(20),
  }),
);

/** A month as the workspace's rules share it out, or as these would: nothing is stored. */
export const chargebackInput = z.strictObject({
  month,
  teamRules: teamRules.optional(),
  sharedCostRules: sharedCostRules.optional(),
});
export const monthNote = z.strictObject({ month, note: z.string().max(2_000) });
