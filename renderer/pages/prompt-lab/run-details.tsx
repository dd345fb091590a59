import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { PriceUsed, PromptRun } from '../../../shared/api/answers.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { Money } from '../../components/money.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { durationInWords, exactCount } from '../../format.ts';
import { exactPrice, priceRegions } from '../../spend/price-words.ts';

/** What a finished run used and took, the price lines behind its cost, and the guardrail's trace. */
export function RunDetails({ run }: { readonly run: PromptRun }) {
  const { tokens, guardrail } = run;
  return (
    <SpaceBetween size="s">
      <KeyValuePairs
        columns={4}
        minColumnWidth={130}
        items={[
          {
            label: 'First token',
            value: run.timeToFirstTokenMs === null ? '-' : durationInWords(run.timeToFirstTokenMs),
          },
          { label: 'Total', value: durationInWords(run.totalMs) },
          { label: 'Tokens in / out', value: <Pair left={tokens.input} right={tokens.output} /> },
          {
            label: 'Cache read / write',
            value: <Pair left={tokens.cacheRead} right={tokens.cacheWrite} />,
          },
          { label: 'Cost', value: <Money usd={run.usd} /> },
          { label: 'Stop reason', value: run.stopReason },
          { label: 'Service tier', value: run.serviceTier ?? 'standard' },
          { label: 'Guardrail', value: <GuardrailState guardrail={guardrail} /> },
        ]}
      />
      <ExpandableSection headerText="Price lines">
        <PriceLines prices={run.prices} />
      </ExpandableSection>
      {guardrail === null ? null : (
        <ExpandableSection headerText="Guardrail trace" defaultExpanded={guardrail.intervened}>
          <CodeBlock label="guardrail trace" text={JSON.stringify(guardrail.trace, null, 2)} />
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}

function Pair({ left, right }: { readonly left: number; readonly right: number }) {
  return (
    <>
      <Tokens count={left} /> / <Tokens count={right} />
    </>
  );
}

function GuardrailState({ guardrail }: Pick<PromptRun, 'guardrail'>) {
  if (guardrail === null) return 'none';
  return guardrail.intervened ? (
    <StatusIndicator type="warning">intervened</StatusIndicator>
  ) : (
    <StatusIndicator type="success">applied</StatusIndicator>
  );
}

function PriceLines({ prices }: { readonly prices: readonly PriceUsed[] }) {
  if (prices.length === 0) {
    return <Box>No price line covers this model here, so the run is counted but not priced.</Box>;
  }
  return (
    <ul className="lab-prices">
      {prices.map((price) => (
        <li key={JSON.stringify(price)}>
          {price.unit}: {exactPrice(price.usd)} per {exactCount(price.per)} ({price.scope},{' '}
          {price.tier}). Regions: {priceRegions(price.regions)}; valid from {price.validFrom}. From{' '}
          {price.source}, checked on {price.checkedOn}.
        </li>
      ))}
    </ul>
  );
}
