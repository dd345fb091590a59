import { z } from 'zod';
import { ACCOUNT_SCOPE } from '../model/dataset.ts';
import { COLLECTED_DATASET_IDS } from '../model/dataset-ids.ts';
import { FEATURE_IDS } from '../model/features.ts';
import { PARTITIONS } from '../model/partition.ts';
import { SOURCE_KINDS } from '../model/settings.ts';
import { priceOverrides } from '../prices/override-schema.ts';
import { usageRecord } from '../prices/usage-record.ts';
import { COVERAGE_STATES } from './coverage.ts';
import { month, name, ofPeriod, pageShape, periodShape, region } from './schema-parts.ts';
import { spendGrouping } from './spend-schemas.ts';
import { sharedCostRules, spendBudgets, teamRules } from './spend-settings.ts';

/** Inputs of the contract. Answers are typed in `answers.ts`; inputs are checked at the carrier. */
const folder = z.string().min(1).max(4096);

export const nothing = z.strictObject({});

const usageFilter = z.strictObject({
  accounts: z.array(name).max(100).optional(),
  regions: z.array(region).max(100).optional(),
  models: z.array(name).max(200).optional(),
  principals: z.array(z.string().min(1).max(2048)).max(200).optional(),
});

export const principalsInput = ofPeriod(
  z.strictObject({
    ...periodShape,
    filter: usageFilter.optional(),
    ...pageShape,
  }),
);

const eventFilter = z.strictObject({
  accounts: z.array(name).max(100).optional(),
  regions: z.array(region).max(100).optional(),
  eventNames: z.array(name).max(100).optional(),
  principals: z.array(z.string().min(1).max(2048)).max(100).optional(),
  models: z.array(name).max(200).optional(),
  /** `true`: only events with an error code; `false`: only those without. */
  failed: z.boolean().optional(),
  /** Case-insensitive text looked for in name, principal, session, model, source IP, agent and error. */
  text: z.string().max(200).optional(),
});

export const eventsInput = ofPeriod(
  z.strictObject({
    ...periodShape,
    filter: eventFilter.optional(),
    sort: z.enum(['time-desc', 'time-asc']).optional(),
    ...pageShape,
  }),
);

export const timelineInput = ofPeriod(
  z.strictObject({ ...periodShape, filter: eventFilter.optional() }),
);
/** What a policy is to allow, everything that reads when absent; where, the connections' when absent. */
export const policyInput = z.strictObject({
  partition: z.enum(PARTITIONS).optional(),
  features: z.array(z.enum(FEATURE_IDS)).min(1).optional(),
});

/** Whose denials; of the first partition that has any when absent. */
export const missingPolicyInput = z.strictObject({ partition: z.enum(PARTITIONS).optional() });

/** Keys of cost allocation tags; AWS writes at most 128 characters. */
const billTagKeys = z.array(z.string().min(1).max(128)).max(50);

/** What to read; everything that Settings name when absent. */
export const scanInput = z.strictObject({
  sources: z.array(z.enum(SOURCE_KINDS)).min(1).optional(),
  /** Reads what is large without asking. */
  confirmed: z.boolean().optional(),
  /** Proves log files with their digests, whatever Settings say. */
  verifyDigests: z.boolean().optional(),
  /** Reads the bill by these cost allocation tags, whatever Settings say. */
  billTagKeys: billTagKeys.optional(),
});
export const recordInput = z.strictObject({ eventId: name });

/** Items of one dataset, as collected. */
export const inventoryInput = z.strictObject({
  dataset: z.enum(COLLECTED_DATASET_IDS),
  filter: z
    .strictObject({
      accounts: z.array(name).max(100).optional(),
      regions: z
        .array(z.union([region, z.literal(ACCOUNT_SCOPE)]))
        .max(100)
        .optional(),
      /** Case-insensitive text looked for in the whole item. */
      text: z.string().max(200).optional(),
    })
    .optional(),
  ...pageShape,
});

/** Readings, worst first. */
export const coverageInput = z.strictObject({
  filter: z
    .strictObject({
      names: z.array(name).max(100).optional(),
      accounts: z.array(name).max(100).optional(),
      regions: z.array(name).max(100).optional(),
      states: z.array(z.enum(COVERAGE_STATES)).optional(),
    })
    .optional(),
  ...pageShape,
});

export const filesInput = z.strictObject({
  statuses: z.array(z.enum(['ingested', 'partial', 'skipped', 'failed'])).optional(),
  ...pageShape,
});

/** Where and as whom to read AWS. Credentials are resolved by the SDK and never pass through here. */
export const connectionInput = z.strictObject({
  label: z.string().min(1).max(80),
  /** A profile of the shared AWS config; absent for the SDK's default credential chain. */
  profile: name.optional(),
  /** A role to assume with the profile's credentials. */
  roleArn: z.string().startsWith('arn:').max(2048).optional(),
  /** The role to assume in every other account of the organisation, to read these too. */
  organizationRole: z
    .string()
    .max(2048)
    .regex(
      /^arn:aws[a-z-]*:iam::\{account\}:role\/[\w+=,.@/-]+$/,
      'expected a pattern like arn:aws:iam::{account}:role/AssayReader',
    )
    .optional(),
  regions: z.array(region).min(1).max(40),
  endpointUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .refine((url) => !/^https?:\/*[^/?#]*@/i.test(url), 'an address must not hold a password')
    .optional(),
});

export const connectionRef = z.strictObject({ connectionId: name });

/** Every minute at most, once a month at least. */
const pollingMinutes = z.number().int().min(1).max(43_200);

export const settingsPatch = z.strictObject({
  approvedModels: z.array(name).max(500).optional(),
  approvedRegions: z.array(region).max(100).optional(),
  watchingCapUsd: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,4})?$/, 'expected dollars like 5 or 0.25')
    .optional(),
  sources: z.array(z.enum(SOURCE_KINDS)).optional(),
  keepBodies: z.boolean().optional(),
  verifyDigests: z.boolean().optional(),
  billTagKeys: billTagKeys.nullable().optional(),
  priceOverrides: priceOverrides.optional(),
  teamRules: teamRules.optional(),
  sharedCostRules: sharedCostRules.optional(),
  spendBudgets: spendBudgets.optional(),
  polling: z
    .strictObject({ on: z.boolean(), minutes: z.record(z.enum(SOURCE_KINDS), pollingMinutes) })
    .optional(),
});

export const workspaceInput = z.strictObject({ folder });
export const importInput = z.strictObject({ folder });
export const jobRef = z.strictObject({ jobId: name });
/** Whether to go on with what the job asked about; without it the rest is read. */
export const jobAnswer = z.strictObject({ jobId: name, go: z.boolean() });

const promptShape = {
  connectionId: name,
  region,
  modelId: name,
  system: z.string().max(200_000).optional(),
  prompt: z.string().min(1).max(2_000_000),
  maxTokens: z.number().int().min(1).max(200_000),
  temperature: z.number().min(0).max(2).optional(),
  guardrail: z.strictObject({ id: name, version: name }).optional(),
};

export const promptInput = z.strictObject(promptShape);
export const runRef = z.strictObject({ runId: name });

export const queryInput = z.strictObject({
  sql: z.string().min(1).max(100_000),
  limit: z.number().int().min(1).max(5_000).optional(),
});

/** A model by the id of its row: a base model id, an ARN, or the key that was called. */
export const modelRef = z.strictObject({ modelId: z.string().min(1).max(2048) });

export const pricesInput = z.strictObject({ modelId: z.string().min(1).max(2_048).optional() });
/** Rows that one question prices at most. */
export const MOST_QUOTED_ROWS = 5_000;
export const quoteInput = z.strictObject({ rows: z.array(usageRecord).max(MOST_QUOTED_ROWS) });

export const reportInput = z.strictObject({
  report: z.enum(['cost-by-model', 'reconciliation', 'spend', 'chargeback', 'cache', 'capacity']),
  /** Of `spend` alone: `model` when absent. */
  groupBy: spendGrouping.optional(),
  month,
});
