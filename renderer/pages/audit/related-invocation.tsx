import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { InvocationCost, RawRecord } from '../../../shared/api/answers.ts';
import { Money } from '../../components/money.tsx';
import { ProvenanceBadge } from '../../components/provenance-badge.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { durationInWords } from '../../format.ts';
import { type Pair, Pairs } from './pairs.tsx';

type Invocation = NonNullable<RawRecord['invocation']>;

/** The logged invocation with the same request id: what the call used, how long it took, its cost. */
export function RelatedInvocation({ invocation, cost }: Pick<RawRecord, 'invocation' | 'cost'>) {
  return (
    <SpaceBetween size="xs">
      <Header variant="h3">Invocation</Header>
      {invocation === null ? (
        <Box color="text-body-secondary">
          No invocation log has this request id: the event is no model call, or invocation logging
          was off in its Region.
        </Box>
      ) : (
        <Pairs pairs={pairsOf(invocation, cost ?? null)} />
      )}
    </SpaceBetween>
  );
}

function pairsOf(invocation: Invocation, cost: InvocationCost | null): readonly Pair[] {
  const text = (key: string) => {
    const value = invocation[key];
    return value === null || value === undefined ? null : String(value);
  };
  const tokens = (key: string) => {
    const count = numberOf(invocation[key]);
    return count === null ? null : <Tokens key={key} count={count} />;
  };
  const time = (key: string) => {
    const ms = numberOf(invocation[key]);
    return ms === null ? null : durationInWords(ms);
  };
  return [
    ['Operation', text('operation')],
    ['Cost', cost === null ? null : <Cost key="cost" cost={cost} />],
    ['Tokens in', tokens('inputTokens')],
    ['Tokens out', tokens('outputTokens')],
    ['Cache read', tokens('cacheReadTokens')],
    ['Cache write', tokens('cacheWriteTokens')],
    ['Latency', time('latencyMs')],
    ['First token', time('timeToFirstTokenMs')],
    ['Stop reason', text('stopReason')],
    ['Service tier', text('serviceTier')],
    ['Guardrail', text('guardrailId')],
    ['Guardrail version', text('guardrailVersion')],
  ];
}

function Cost({ cost }: { readonly cost: InvocationCost }) {
  if (cost.usd === null) {
    return (
      <SpaceBetween size="xxs">
        <ProvenanceBadge provenance="unpriced" />
        <Box fontSize="body-s">{cost.unpricedReason}</Box>
      </SpaceBetween>
    );
  }
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      <Money usd={cost.usd} />
      <ProvenanceBadge provenance="metered" />
    </SpaceBetween>
  );
}

/** Counts arrive as numbers, or as text where a 64-bit integer was read. */
function numberOf(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
