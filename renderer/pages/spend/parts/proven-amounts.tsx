import type { Provenance } from '../../../../shared/model/usage.ts';
import type { Usd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { countOf } from '../../../format.ts';

interface ProvenAmountsProps {
  readonly amounts: readonly { readonly provenance: Provenance; readonly usd: Usd }[];
  /** Of how many tokens no amount is known. */
  readonly unpricedTokens?: number;
}

/** Amounts told apart by where they come from, and what has none. */
export function ProvenAmounts({ amounts, unpricedTokens = 0 }: ProvenAmountsProps) {
  return (
    <>
      {amounts.map(({ provenance, usd }) => (
        <span key={provenance}>
          <Money usd={usd} /> <ProvenanceBadge provenance={provenance} />{' '}
        </span>
      ))}
      {unpricedTokens === 0 ? null : (
        <span>
          <ProvenanceBadge provenance="unpriced" /> {countOf(unpricedTokens, 'token')}, in no amount
        </span>
      )}
    </>
  );
}
