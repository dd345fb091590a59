import type { PriceOverride } from './price-override.ts';
import type { SharedCostRule } from './shared-cost.ts';
import type { SpendBudget } from './spend-budget.ts';
import type { TeamRule } from './team-rules.ts';
import type { Usd } from './usd.ts';

/** What a scan may read, each by itself: everything it costs or takes time for. */
export const SOURCE_KINDS = [
  'configuration',
  'logs',
  'events',
  'metrics',
  'bill',
  'prices',
] as const;

/**
 * `configuration`: the datasets; `logs`: log files and log groups; `events`: the event history
 * (LookupEvents); `metrics`: CloudWatch; `bill`: Cost Explorer and exports; `prices`: Price List.
 */
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** How often sources are read again while the workspace is open. */
export interface Polling {
  readonly on: boolean;
  /** Minutes between two readings, by source. */
  readonly minutes: Readonly<Record<SourceKind, number>>;
}

/** What the user decided for a workspace. */
export interface Settings {
  /** Model ids without geography prefix, as in `anthropic.claude-sonnet-5-5`. */
  readonly approvedModels: readonly string[];
  /** Region codes in which models may be called; empty means that nobody has decided yet. */
  readonly approvedRegions: readonly string[];
  /** Monthly limit for metered AWS calls that Assay makes, in USD. */
  readonly watchingCapUsd: Usd;
  /** What a scan reads when nothing narrower is asked for. */
  readonly sources: readonly SourceKind[];
  /** Whether prompts and completions of invocation logs are kept with their files. */
  readonly keepBodies: boolean;
  /** Whether a scan proves with CloudTrail's digests that the log files of trails are unchanged. */
  readonly verifyDigests: boolean;
  /** The cost allocation tags that the bill is read by; null for the first five by name. */
  readonly billTagKeys: readonly string[] | null;
  readonly polling: Polling;
  /** What the user pays in place of what AWS lists; the first that fits holds. */
  readonly priceOverrides: readonly PriceOverride[];
  /** Which usage belongs to which team; the first that fits decides. */
  readonly teamRules: readonly TeamRule[];
  /** How costs that no team caused by itself are spread over teams. */
  readonly sharedCostRules: readonly SharedCostRule[];
  /** Monthly limits with the shares of them that somebody is told about. */
  readonly spendBudgets: readonly SpendBudget[];
}

/** What a new workspace starts with: everything read, nothing approved, no bodies kept. */
export const DEFAULT_SETTINGS: Settings = {
  approvedModels: [],
  approvedRegions: [],
  watchingCapUsd: '5',
  sources: SOURCE_KINDS,
  keepBodies: false,
  verifyDigests: false,
  billTagKeys: null,
  polling: {
    on: true,
    minutes: { configuration: 360, logs: 15, events: 15, metrics: 60, bill: 1_440, prices: 1_440 },
  },
  priceOverrides: [],
  teamRules: [],
  sharedCostRules: [],
  spendBudgets: [],
};
