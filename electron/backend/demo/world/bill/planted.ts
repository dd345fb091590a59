import { ACCOUNT } from '../organization.ts';
import type { WorldBillLine } from './bill-world.ts';

/** How late AWS is: usage stands on the bill a day after it happened. */
export const LATE_HOURS = 24;

/**
 * Decimals that AWS gives the cost of a line. Public prices have at most four decimals for a million
 * tokens, so that no line at such a price is rounded.
 */
export const COST_DECIMALS = 10;

/** A price that an account negotiated: inside the cost of each line, and on no public rate card. */
export const PRIVATE_OFFER = {
  accountId: ACCOUNT.platform,
  modelId: 'anthropic.claude-opus-4-8',
  percentOff: 10n,
} as const;

/** A discount that stands on lines of its own at the end of each finished month. */
export const RATE_DISCOUNT = {
  accountId: ACCOUNT.support,
  service: 'Claude Haiku 4.5 (Amazon Bedrock Edition)',
  percentOff: 5n,
} as const;

/** A credit on the ninth of the month before. */
export const CREDIT = { accountId: ACCOUNT.platform, dayOfMonth: '09', usd: '-75' } as const;

/** Irish value added tax on what the support desk used, on the last day of each finished month. */
export const TAX = { accountId: ACCOUNT.support, percent: 23n } as const;

/**
 * The support plan of the whole organisation, on the last day of each finished month: it is billed
 * beside Bedrock, like the server of every day, and no part of a bill of Bedrock.
 */
export const SUPPORT_PLAN = {
  accountId: ACCOUNT.management,
  service: 'AWS Support (Business)',
  productCode: 'AWSSupportBusiness',
  usd: '100',
} as const;

/** Something that AWS began to bill and that no document names. */
export const UNKNOWN_USAGE = {
  accountId: ACCOUNT.dataScience,
  region: 'us-east-1',
  usageType: 'USE1-ContextPinning-ResidencyHours',
  unit: 'Hrs',
  quantity: 24,
  usd: '0.035',
} as const;

/** USD per million tokens of a model that no list of AWS's has; it is billed all the same. */
export const UNLISTED_MODEL = {
  accountId: ACCOUNT.sandbox,
  modelId: 'ozone.tasman-large-v1:0',
  usd: { 'input-tokens': '1.2', 'output-tokens': '3.6' },
} as const;

/** USD per large image of standard quality, which no list has; the others of its model are listed. */
export const UNLISTED_IMAGE = {
  accountId: ACCOUNT.platform,
  usageType: 'USE1-NovaCanvas-T2I-2048-Standard',
  usd: '0.06',
} as const;

/** Why the bill is not what the simulated calls would cost at list prices. */
export interface PlantedDifference {
  readonly name:
    | 'late-data'
    | 'private-offer'
    | 'private-rate-discount'
    | 'credit'
    | 'tax'
    | 'unknown-usage-type'
    | 'unlisted-model'
    | 'unlisted-tier'
    | 'unlisted-image'
    | 'unlisted-capacity';
  /** The account that it is planted in; null where it is in all of them. */
  readonly accountId: string | null;
  readonly what: string;
  readonly why: string;
  /** Whether a line of the bill carries it. Late data is on no line: that is the difference. */
  carries(line: WorldBillLine): boolean;
}

const ofType =
  (lineItemType: WorldBillLine['lineItemType']) =>
  (line: WorldBillLine): boolean =>
    line.lineItemType === lineItemType;

/** Every difference that was planted between the bill and an estimate at list prices. */
export const PLANTED_DIFFERENCES: readonly PlantedDifference[] = [
  {
    name: 'late-data',
    accountId: null,
    what: `Usage of the last ${LATE_HOURS} hours is missing: the last day is billed in part, today not at all.`,
    why: 'AWS bills about a day late; the month is not final before it has ended.',
    carries: () => false,
  },
  {
    name: 'private-offer',
    accountId: PRIVATE_OFFER.accountId,
    what: `Claude Opus 4.8 costs ${PRIVATE_OFFER.percentOff} % less than its public price on every line.`,
    why: 'The account accepted a private offer; the rate card that it reads shows the public price.',
    carries: ({ accountId, usageType }) =>
      accountId === PRIVATE_OFFER.accountId && /-Claude4\.8Opus-/.test(usageType),
  },
  {
    name: 'private-rate-discount',
    accountId: RATE_DISCOUNT.accountId,
    what: `${RATE_DISCOUNT.percentOff} % of what Claude Haiku 4.5 cost are taken off by a line at the end of each finished month.`,
    why: 'A private rate card: AWS bills the public price and takes the discount off apart.',
    carries: ofType('PrivateRateDiscount'),
  },
  {
    name: 'credit',
    accountId: CREDIT.accountId,
    what: `A credit of $${CREDIT.usd.slice(1)} in the month before.`,
    why: 'A promotion of AWS, which no usage explains.',
    carries: ofType('Credit'),
  },
  {
    name: 'tax',
    accountId: TAX.accountId,
    what: `${TAX.percent} % tax on what the account used, at the end of each finished month.`,
    why: 'List prices are without tax.',
    carries: ofType('Tax'),
  },
  {
    name: 'unknown-usage-type',
    accountId: UNKNOWN_USAGE.accountId,
    what: `${UNKNOWN_USAGE.usageType}, every day.`,
    why: 'AWS bills new things under names that nobody has documented yet.',
    carries: ({ usageType }) => usageType === UNKNOWN_USAGE.usageType,
  },
  {
    name: 'unlisted-model',
    accountId: UNLISTED_MODEL.accountId,
    what: 'Tasman Large of Ozone Labs is billed by the token.',
    why: 'No rate card, Price List or bundled table has a price for it.',
    carries: ({ usageType }) => usageType.includes(UNLISTED_MODEL.modelId),
  },
  {
    name: 'unlisted-tier',
    accountId: ACCOUNT.support,
    what: 'Calls of Nova models in the priority tier in eu-west-1 are billed at the standard price.',
    why: 'No list has a price for that tier in that Region.',
    carries: ({ usageType }) => /^EU-Nova.*-priority$/.test(usageType),
  },
  {
    name: 'unlisted-image',
    accountId: UNLISTED_IMAGE.accountId,
    what: 'Large images of standard quality by Nova Canvas are billed.',
    why: 'The pricing page gives a range; no list has this size and quality.',
    carries: ({ usageType }) => usageType === UNLISTED_IMAGE.usageType,
  },
  {
    name: 'unlisted-capacity',
    accountId: null,
    what: 'Hours of provisioned throughput cost what was agreed for them.',
    why: 'AWS lists no price for capacity of customised models, and prices others by contract.',
    carries: ({ usageType }) => usageType.includes('-ProvisionedThroughput-'),
  },
];
