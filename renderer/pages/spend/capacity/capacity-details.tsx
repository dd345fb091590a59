import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { CapacityRow } from '../../../../shared/api/answers.ts';
import { CodeBlock } from '../../../components/code-block.tsx';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { exactCount } from '../../../format.ts';
import { billedCapacityWords, breakEvenWords, expiryWords, shareWords } from './capacity-words.ts';

/** One purchase: what it served, what it cost, what on demand would have cost, and why not known. */
export function CapacityDetails({ row }: { readonly row: CapacityRow }) {
  const { expiry } = row;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={4}
        minColumnWidth={170}
        items={[
          { label: 'Model', value: row.model },
          { label: 'Status', value: row.status },
          {
            label: row.kind === 'provisioned' ? 'Model units' : 'Thousands of tokens a minute',
            value: exactCount(row.units),
          },
          { label: 'Term', value: row.term ?? 'none' },
          { label: 'Hours in service', value: exactCount(row.hours) },
          { label: 'Hours with calls', value: exactCount(row.hoursWithCalls) },
          { label: 'Calls', value: exactCount(row.calls) },
          { label: 'Tokens served', value: exactCount(row.tokensServed) },
          { label: 'Utilisation of its tokens', value: shareWords(row.utilisation) },
          {
            label: 'Cost',
            value: (
              <Amount
                usd={row.costUsd}
                reason={row.unpricedReason}
                provenance={row.costProvenance}
              />
            ),
          },
          { label: 'On the bill', value: billedCapacityWords(row) },
          {
            label:
              row.costProvenance === 'billed'
                ? 'On demand, on the billed days'
                : 'The same on demand',
            value: <Amount usd={row.onDemandUsd} reason={row.onDemandReason} />,
          },
          {
            label: 'Saved',
            value: <Amount usd={row.savedUsd} reason={row.unpricedReason ?? row.onDemandReason} />,
          },
          { label: 'Break-even', value: breakEvenWords(row.breakEvenTimes) },
          {
            label: 'Binds',
            value: `${expiryWords(expiry)}${expiry.state === 'not-known' ? `: ${expiry.reason}` : ''}`,
          },
          { label: 'Account', value: row.accountId },
          { label: 'Region', value: row.region },
        ]}
      />
      <CodeBlock label="The purchase as it was judged" text={JSON.stringify(row, null, 2)} />
    </SpaceBetween>
  );
}

interface AmountProps {
  readonly usd: string | null;
  readonly reason: string | null;
  readonly provenance?: CapacityRow['costProvenance'];
}

function Amount({ usd, reason, provenance = 'metered' }: AmountProps) {
  return (
    <>
      <Money usd={usd} /> <ProvenanceBadge provenance={usd === null ? 'unpriced' : provenance} />
      {usd === null && reason !== null ? <div className="headline-note">{reason}</div> : null}
    </>
  );
}
