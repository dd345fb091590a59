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

/** Every request and every page of one, whatever it asks (Cost Explorer pricing). */
const COST_EXPLORER = {
  unit: 'requests',
  usd: '0.01',
  per: 1,
  source: 'https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/',
  checkedOn: '2026-11-20',
} as const satisfies MeteredPrice;

/**
 * The calls of Assay that AWS charges for, at us-east-1 list prices; every other call it makes is
 * free. Data that leave AWS (reading S3 from outside) are not in these prices.
 */
export const meteredPrices = {
  'ce:GetAnomalyMonitors': COST_EXPLORER,
  'ce:GetAnomalySubscriptions': COST_EXPLORER,
  'ce:GetCostAndUsage': COST_EXPLORER,
  'ce:ListCostAllocationTags': COST_EXPLORER,
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
