import type { Expression, GetCostAndUsageCommandInput } from '@aws-sdk/client-cost-explorer';
import type { Period } from '../../../../shared/model/period.ts';

/** One question to Cost Explorer without its page token. */
export type CostQuestion = Omit<GetCostAndUsageCommandInput, 'NextPageToken'>;

/** Record types that are no use of anything; every other one counts as use. */
const ADJUSTMENTS = [
  'Credit',
  'Refund',
  'Tax',
  'Enterprise Discount Program Discount',
  'Bundled Discount',
  'Private Rate Card Discount',
  'Solution Provider Program Discount',
  'Distributor Discount',
  'Support fee',
];

/** Which services cost which accounts anything, of all that AWS bills: what to ask for in detail. */
export function discoveryQuestion(period: Period): CostQuestion {
  return {
    TimePeriod: timePeriod(period),
    Granularity: 'MONTHLY',
    Metrics: ['UnblendedCost'],
    GroupBy: [dimension('SERVICE'), dimension('LINKED_ACCOUNT')],
  };
}

/** Bedrock's services and the accounts that they cost something. */
export interface Billed {
  readonly services: readonly string[];
  readonly accounts: readonly string[];
}

/** A question whose groups lack one dimension, which it fixes instead. */
export interface DetailQuestion {
  readonly question: CostQuestion;
  /** Set when the groups are of service and usage type; else those of account and usage type. */
  readonly accountId: string | null;
  readonly service: string | null;
}

/**
 * The fewest questions that tell day, account, service and usage type together: an answer has at most
 * two groupings, so that the third is asked one by one, accounts or services, whichever are fewer.
 */
export function detailQuestions(
  { services, accounts }: Billed,
  period: Period,
): readonly DetailQuestion[] {
  if (services.length === 0) return [];
  const usage = notOf('RECORD_TYPE', ADJUSTMENTS);
  if (accounts.length <= services.length) {
    return accounts.map((accountId) => ({
      accountId,
      service: null,
      question: daily(period, {
        filter: { And: [oneOf('SERVICE', services), oneOf('LINKED_ACCOUNT', [accountId]), usage] },
        by: [dimension('SERVICE'), dimension('USAGE_TYPE')],
      }),
    }));
  }
  return services.map((service) => ({
    accountId: null,
    service,
    question: daily(period, {
      filter: { And: [oneOf('SERVICE', [service]), usage] },
      by: [dimension('LINKED_ACCOUNT'), dimension('USAGE_TYPE')],
    }),
  }));
}

/** Credits, refunds, discounts and tax on Bedrock by account. */
export function adjustmentQuestion({ services }: Billed, period: Period): CostQuestion {
  return daily(period, {
    filter: { And: [oneOf('SERVICE', services), oneOf('RECORD_TYPE', ADJUSTMENTS)] },
    by: [dimension('RECORD_TYPE'), dimension('LINKED_ACCOUNT')],
  });
}

/** The same money by one cost allocation tag. */
export function tagQuestion(
  { services }: Pick<Billed, 'services'>,
  period: Period,
  tag: string,
): CostQuestion {
  return daily(period, {
    filter: { And: [oneOf('SERVICE', services), notOf('RECORD_TYPE', ADJUSTMENTS)] },
    by: [{ Type: 'TAG', Key: tag }, dimension('SERVICE')],
  });
}

function daily(
  period: Period,
  { filter, by }: { readonly filter: Expression; readonly by: CostQuestion['GroupBy'] },
): CostQuestion {
  return {
    TimePeriod: timePeriod(period),
    Granularity: 'DAILY',
    Metrics: ['UnblendedCost', 'AmortizedCost', 'UsageQuantity'],
    Filter: filter,
    GroupBy: by,
  };
}

function timePeriod({ from, to }: Period) {
  return { Start: from, End: to };
}

function dimension(Key: string) {
  return { Type: 'DIMENSION', Key } as const;
}

function oneOf(Key: 'SERVICE' | 'LINKED_ACCOUNT' | 'RECORD_TYPE', values: readonly string[]) {
  return { Dimensions: { Key, Values: [...values] } } satisfies Expression;
}

function notOf(key: 'RECORD_TYPE', values: readonly string[]): Expression {
  return { Not: oneOf(key, values) };
}
