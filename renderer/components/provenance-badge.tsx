import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import type { Provenance } from '../../shared/model/usage.ts';

const MEANING: Readonly<Record<Provenance, string>> = {
  billed: 'From the bill: Cost Explorer or the Cost and Usage Report.',
  metered: 'Counted usage times a dated, sourced price. Not the bill.',
  allocated: 'Metered cost shared out by calls or tokens: an estimate.',
  unpriced: 'No price line covers this usage. It is counted, and in no sum of money.',
};

const COLOUR = {
  billed: 'green',
  metered: 'blue',
  allocated: 'severity-neutral',
  unpriced: 'grey',
} as const satisfies Record<Provenance, NonNullable<BadgeProps['color']>>;

/** Says where a figure of money comes from; the meaning is on hover. */
export function ProvenanceBadge({ provenance }: { readonly provenance: Provenance }) {
  return (
    <span title={MEANING[provenance]}>
      <Badge color={COLOUR[provenance]}>{provenance}</Badge>
    </span>
  );
}
