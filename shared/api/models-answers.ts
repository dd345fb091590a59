import type { PriceUsed, TokenCounts } from '../cost/spend-answer.ts';
import type {
  AgreementOffer,
  CollectedDatasetId,
  InferenceProfile,
  ModelAvailability,
  ModelLifecycle,
  Part,
} from '../model/dataset.ts';
import type { ModelScope } from '../model/model-id.ts';
import type { Day, Instant, Period } from '../model/period.ts';
import type { BillableUnit } from '../model/usage.ts';
import type { Usd } from '../model/usd.ts';
import type { PriceOrigin } from '../prices/price-line.ts';
import type { PriceRecord } from '../prices/price-record.ts';
import type { InventoryPlace } from './inventory-answers.ts';

/**
 * What a model is: AWS's own, made or brought by the account, served by a Marketplace endpoint, a
 * router over others, or an id that was called and names nothing that was read. `provisioned` is
 * said beside it where bought capacity serves it.
 */
export type ModelNature =
  | 'foundation'
  | 'custom'
  | 'imported'
  | 'marketplace'
  | 'router'
  | 'unknown';

/** The lifecycle of a model over all Regions that offer it: the earliest of each date. */
export interface ModelLifecycleNow extends ModelLifecycle {
  /** Whole UTC days until the end of life; negative after it, null without a date. */
  readonly daysLeft: number | null;
  /** Whether Regions tell different dates or states. */
  readonly varies: boolean;
}

/** Who called a model in the window. */
export interface ModelCaller {
  /** Null: counted by metrics alone, which do not name callers. */
  readonly principalArn: string | null;
  readonly calls: number;
  /** Null where nothing tells whose tokens they were. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** What a model was used for in the window; money is metered. */
export interface ModelUse {
  readonly calls: number;
  readonly tokens: TokenCounts;
  /** Null where calls were seen and nothing of them has a price. */
  readonly usd: Usd | null;
  readonly unpricedTokens: number;
  /** What counted it; `events` alone knows calls and no tokens. */
  readonly basis: readonly ('invocation-logs' | 'metrics' | 'events')[];
  /** Named principals, most calls first; a few in lists, a hundred in details. */
  readonly callers: readonly ModelCaller[];
  /** All named principals. */
  readonly callerCount: number;
  /** Calls whose caller is not known. */
  readonly unnamedCalls: number;
}

/** The Regions that a geography's profiles may send a call to. */
export interface ModelDestinations {
  /** `us`, `eu`, `global`, ... */
  readonly geography: string;
  readonly scope: ModelScope;
  readonly regions: readonly string[];
}

/** How many accounts may use a model, as `GetFoundationModelAvailability` says. */
export interface ModelEntitlement {
  readonly usable: number;
  readonly blocked: number;
  /** Accounts that could not be asked. */
  readonly unknown: number;
}

/** The lowest and highest of today's standard prices for one unit. */
export interface PriceRange {
  readonly unit: BillableUnit;
  readonly least: Usd;
  readonly most: Usd;
  readonly per: number;
}

/** One model that is offered, owned or was called. */
export interface ModelRow {
  /** Base model id of a foundation model, ARN of one's own, or the key that was called. */
  readonly modelId: string;
  readonly label: string;
  readonly provider: string;
  readonly nature: ModelNature;
  /** Units of bought capacity that serve it. */
  readonly provisionedUnits: number;
  /** What it was made from; null for models of AWS. */
  readonly baseModelId: string | null;
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
  /** Null for what is not a foundation model, and for one that no Region lists. */
  readonly lifecycle: ModelLifecycleNow | null;
  readonly use: ModelUse;
  /** Where it may be called, or lies. */
  readonly accounts: number;
  readonly regions: readonly string[];
  readonly destinations: readonly ModelDestinations[];
  readonly approved: boolean;
  /** Null for what needs none. */
  readonly entitlement: ModelEntitlement | null;
  /** Empty where it has no price, or none for what it was used for. */
  readonly prices: readonly PriceRange[];
}

/** How far one dataset reaches. */
export interface NamedCoverage {
  readonly dataset: CollectedDatasetId;
  /** Accounts and Regions that were asked and have the service. */
  readonly places: number;
  /** Those that were not read, and those that were read with parts missing. */
  readonly lacking: readonly InventoryPlace[];
}

/** Every model of the organisation. */
export interface ModelsInventory {
  /** When the newest of what it rests on was read; null before the first scan. */
  readonly takenAt: Instant | null;
  /** The UTC days over which use is counted. */
  readonly window: Period;
  /** Most used first. */
  readonly models: readonly ModelRow[];
  /** All there are, also beyond those that are told. */
  readonly total: number;
  /** Of the datasets it rests on, those that were asked for. */
  readonly coverage: readonly NamedCoverage[];
}

/** An inference profile; AWS's own once for all places that have it. */
export interface ProfileRow {
  readonly profileId: string;
  readonly name: string;
  readonly type: InferenceProfile['type'];
  readonly status: string;
  /** The one model behind it; null where it mixes several. */
  readonly modelId: string | null;
  readonly modelLabel: string;
  readonly scope: ModelScope;
  readonly geography: string | null;
  /** Where it may be called. */
  readonly sourceRegions: readonly string[];
  readonly accountIds: readonly string[];
  /** Where a call may be served. */
  readonly destinationRegions: readonly string[];
  /** Successful calls in the window. */
  readonly calls: number;
  /** Where and when it was read: the first of its places, with the object as read there. */
  readonly evidence: {
    readonly accountId: string;
    readonly region: string;
    readonly readAt: Instant;
    readonly item: InferenceProfile;
  };
}

/** Every inference profile of the organisation. */
export interface ProfilesAnswer {
  readonly window: Period;
  /** The account's own first, then by calls. */
  readonly profiles: readonly ProfileRow[];
  readonly total: number;
  readonly coverage: NamedCoverage;
}

/** A price line of a model, and whether it prices anything today. */
export interface ModelPrice {
  readonly price: PriceUsed;
  readonly origin: PriceOrigin;
  /** `superseded`: another source wins everywhere; `ended` and `coming` by its days. */
  readonly standing: 'used' | 'superseded' | 'ended' | 'coming';
}

/** Sources that disagree about a price of the model. */
export interface ModelPriceConflict {
  /** The price that holds; null where neither is used. */
  readonly used: PriceUsed | null;
  readonly others: readonly PriceUsed[];
  readonly reason: string;
}

/** Where a foundation model is offered, or a model of one's own lies, as read there. */
export interface ModelPlace {
  readonly accountId: string;
  readonly region: string;
  readonly readAt: Instant;
  readonly dataset: CollectedDatasetId;
  readonly item: unknown;
}

/** What one account may do with a model. */
export interface AccountEntitlement {
  readonly accountId: string;
  readonly askedIn: string;
  readonly readAt: Instant;
  readonly availability: ModelAvailability['availability'];
}

/** What AWS Marketplace offers one account for a model. */
export interface AccountOffers {
  readonly accountId: string;
  readonly readAt: Instant;
  readonly offers: Part<readonly AgreementOffer[]>;
}

/** A job or capacity that has to do with a model. */
export interface RelatedResource extends ModelPlace {
  readonly name: string;
  readonly arn: string;
  readonly status: string | null;
  readonly createdAt: Instant | null;
  /** `made`: the model came out of it; `base`: it was made from it; `calls`: it calls it; `serves`. */
  readonly relation: 'made' | 'base' | 'calls' | 'serves';
}

/** All that is known of one model; lists hold the newest or largest, `total`s say how many there are. */
export interface ModelDetail {
  readonly model: ModelRow;
  readonly window: Period;
  readonly places: readonly ModelPlace[];
  readonly profiles: readonly ProfileRow[];
  readonly prices: readonly ModelPrice[];
  readonly priceTotal: number;
  readonly conflicts: readonly ModelPriceConflict[];
  /** Listed prices that are not used, each with its reason: quarantined ones first. */
  readonly doubted: readonly PriceRecord[];
  readonly doubtedTotal: number;
  readonly entitlements: readonly AccountEntitlement[];
  readonly offers: readonly AccountOffers[];
  readonly related: readonly RelatedResource[];
  readonly relatedTotal: number;
  readonly coverage: readonly NamedCoverage[];
}
