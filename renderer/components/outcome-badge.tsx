import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import type { ReadOutcome } from '../../shared/model/dataset.ts';

const TYPE = {
  collected: 'success',
  denied: 'error',
  unavailable: 'not-started',
  failed: 'warning',
} as const satisfies Record<ReadOutcome['status'], StatusIndicatorProps.Type>;

/** How reading something ended, in one word and an icon; the reason is on hover. */
export function OutcomeBadge({ outcome }: { readonly outcome: ReadOutcome }) {
  return (
    <span title={outcome.status === 'collected' ? 'Read' : outcome.reason}>
      <StatusIndicator type={TYPE[outcome.status]}>{outcome.status}</StatusIndicator>
    </span>
  );
}
