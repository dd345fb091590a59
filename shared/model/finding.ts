import type { DatasetId } from './dataset.ts';
import type { Instant } from './period.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low';
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

export type FindingStatus = 'pass' | 'fail' | 'unknown' | 'not-applicable';

/** What stands behind a verdict: the API call or question, where and when, and the object itself. */
export interface Evidence {
  /** An IAM action (`bedrock:GetGuardrail`) or a question id (`observed-usage`). */
  readonly source: string;
  readonly accountId: string;
  readonly region: string;
  readonly readAt: Instant;
  /** The object or record as JSON-ready data. */
  readonly object: unknown;
}

/** A dataset that a rule needed and that could not be read. */
export interface MissingReading {
  readonly dataset: DatasetId;
  readonly accountId: string;
  readonly region: string;
  /** The IAM action to grant; null when the reason is not a permission. */
  readonly action: string | null;
  readonly reason: string;
}

/** One answer of one rule for one resource. */
export interface Finding {
  /** Stable between scans: rule, account, Region, resource. */
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly accountId: string;
  readonly region: string;
  /** An ARN or the plain name of what was judged. */
  readonly resource: string;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly MissingReading[];
}
