import Badge from '@cloudscape-design/components/badge';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CAUSES, isWithoutAmount } from '../../../../shared/cost/reconcile/causes.ts';
import type { ReconciledLine } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { CodeBlock } from '../../../components/code-block.tsx';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { exactCount } from '../../../format.ts';
import { unitName } from '../../../spend/unit-name.ts';
import { StateSign } from './line-columns.tsx';
import { lineDays } from './line-days.ts';

/** One line of bill and estimate: both sides, and every part of the difference with its reason. */
export function LineDetails({ line }: { readonly line: ReconciledLine }) {
  const { parts, billedUsd, estimatedUsd, countedQuantity, billedQuantity, listUsd } = line;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={4}
        minColumnWidth={170}
        items={[
          { label: 'State', value: <StateSign state={line.state} /> },
          {
            label: 'Billed',
            value: (
              <>
                {billedUsd === null ? 'nothing' : <Money usd={billedUsd} />}{' '}
                <ProvenanceBadge provenance="billed" />
              </>
            ),
          },
          {
            label: 'Estimated',
            value:
              countedQuantity === null ? (
                'nothing was counted'
              ) : (
                <>
                  <Money usd={estimatedUsd} />{' '}
                  <ProvenanceBadge provenance={estimatedUsd === null ? 'unpriced' : 'metered'} />
                </>
              ),
          },
          { label: 'Difference', value: <Money usd={line.differenceUsd} /> },
          { label: 'Days (UTC)', value: lineDays(line) },
          { label: 'Account', value: line.accountId },
          { label: 'Region', value: line.region ?? 'none' },
          { label: 'Model', value: line.modelId === null ? 'none' : modelLabel(line.modelId) },
          { label: 'Unit', value: line.unit === null ? 'none' : unitName(line.unit) },
          { label: 'Tier', value: line.tier ?? 'not told' },
          { label: 'Billed quantity', value: billedQuantity ?? 'not told' },
          {
            label: 'Counted quantity',
            value: countedQuantity === null ? 'nothing' : exactCount(countedQuantity),
          },
          {
            label: 'At list prices',
            value: listUsd === null ? 'not told' : <Money usd={listUsd} />,
          },
          { label: 'Counted by', value: line.basis.join(', ') || 'nothing' },
        ]}
      />
      <SpaceBetween size="xs">
        <Header variant="h3">What the difference is made of</Header>
        {parts.length === 0 ? (
          <span className="quiet">Nothing: both sides are the same.</span>
        ) : (
          <ul className="plain-list">
            {parts.map(({ cause, usd, reason }) => (
              <li key={`${cause} ${reason}`}>
                <Badge color={CAUSES[cause].explains ? 'blue' : 'severity-medium'}>
                  {CAUSES[cause].title}
                </Badge>{' '}
                <Money usd={isWithoutAmount(cause, usd) ? null : usd} /> {reason}
              </li>
            ))}
          </ul>
        )}
      </SpaceBetween>
      <SpaceBetween size="xs">
        <Header variant="h3">Evidence</Header>
        <CodeBlock label="The line as it was reconciled" text={JSON.stringify(line, null, 2)} />
      </SpaceBetween>
    </SpaceBetween>
  );
}
