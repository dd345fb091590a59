import type { Day } from '../../../shared/model/period.ts';
import type { Usd } from '../../../shared/model/usd.ts';

/** What AWS charges for one kind of call that Assay makes. */
export interface MeteredPrice {
  /** What one unit is. */
  readonly unit: string;
  /** US dollars for `per` units. */
  readonly usd: Usd;
  readonly per: number;
  readonly source: string;
  readonly checkedOn: Day;
}

/**
 * The calls of Assay that AWS charges for, at us-east-1 list prices; every other call it makes is
 * free. Data that leave AWS (reading S3 from outside) are not in these prices.
 */
export const meteredPrices = {
  'cloudwatch:GetMetricData': {
    unit: 'metrics requested',
    usd: '0.01',
    per: 1_000,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    checkedOn: '2026-11-20',
  },
  's3:ListBucket': {
    unit: 'LIST requests',
    usd: '0.005',
    per: 1_000,
    source: 'https://aws.amazon.com/s3/pricing/',
    checkedOn: '2026-11-20',
  },
  's3:GetObject': {
    unit: 'GET requests',
    usd: '0.0004',
    per: 1_000,
    source: 'https://aws.amazon.com/s3/pricing/',
    checkedOn: '2026-11-20',
  },
} as const satisfies Record<string, MeteredPrice>;

/** A call that AWS charges for. */
export type MeteredOperation = keyof typeof meteredPrices;
