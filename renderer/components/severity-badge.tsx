import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import type { FindingStatus, Severity } from '../../shared/model/finding.ts';

const COLOUR = {
  critical: 'severity-critical',
  high: 'severity-high',
  medium: 'severity-medium',
  low: 'severity-low',
} as const satisfies Record<Severity, NonNullable<BadgeProps['color']>>;

/** A rule's severity in a word and a colour. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return <Badge color={COLOUR[severity]}>{severity}</Badge>;
}

const TYPE = {
  pass: 'success',
  fail: 'error',
  unknown: 'pending',
  'not-applicable': 'not-started',
} as const satisfies Record<FindingStatus, StatusIndicatorProps.Type>;

/** A finding's status in a word and an icon. */
export function FindingStatusBadge({ status }: { readonly status: FindingStatus }) {
  return <StatusIndicator type={TYPE[status]}>{status}</StatusIndicator>;
}
