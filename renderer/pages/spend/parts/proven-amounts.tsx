import type { Provenance } from '../../../../shared/model/usage.ts';
import type { Usd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';

interface ProvenAmountsProps {
  readonly amounts: readonly { readonly provenance: Provenance; readonly usd: Usd }[];
  /** What no amount is known of, in few words; empty where there is one of everything. */
  readonly unpriced?: string;
}

/** Amounts told apart by where they come from, and what has none. */
export function ProvenAmounts({ amounts, unpriced = '' }: ProvenAmountsProps) {
  return (
    <>
      {amounts.map(({ provenance, usd }) => (
        <span key={provenance}>
          <Money usd={usd} /> <ProvenanceBadge provenance={provenance} />{' '}
        </span>
      ))}
      {unpriced === '' ? null : (
        <span>
          <ProvenanceBadge provenance="unpriced" /> {unpriced}, in no amount
        </span>
      )}
    </>
  );
}
