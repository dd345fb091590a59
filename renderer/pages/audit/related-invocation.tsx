import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RawRecord } from '../../../shared/api/answers.ts';
import { Money } from '../../components/money.tsx';
import { ProvenanceBadge } from '../../components/provenance-badge.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { durationInWords } from '../../format.ts';

/** The logged invocation with the same request id: what the call used, how long it took, its cost. */
export function RelatedInvocation({ invocation }: Pick<RawRecord, 'invocation'>) {
  return (
    <SpaceBetween size="xs">
      <Header variant="h3">Invocation</Header>
      {invocation === null ? (
        <Box color="text-body-secondary">
          No invocation log has this request id: the event is no model call, or invocation logging
          was off in its Region.
        </Box>
      ) : (
        <KeyValuePairs columns={4} minColumnWidth={180} items={itemsOf(invocation)} />
      )}
    </SpaceBetween>
  );
}

function itemsOf(invocation: NonNullable<RawRecord['invocation']>) {
  const text = (key: string) => {
    const value = invocation[key];
    return value === null || value === undefined || value === '' ? '-' : String(value);
  };
  const tokens = (key: string) => {
    const count = numberOf(invocation[key]);
    return count === null ? '-' : <Tokens count={count} />;
  };
  const time = (key: string) => {
    const ms = numberOf(invocation[key]);
    return ms === null ? '-' : durationInWords(ms);
  };
  return [
    { label: 'Operation', value: text('operation') },
    { label: 'Tokens in', value: tokens('input_tokens') },
    { label: 'Tokens out', value: tokens('output_tokens') },
    { label: 'Cache read', value: tokens('cache_read_tokens') },
    { label: 'Cache write', value: tokens('cache_write_tokens') },
    { label: 'Latency', value: time('latency_ms') },
    { label: 'First token', value: time('time_to_first_token_ms') },
    { label: 'Cost', value: <Cost usd={invocation.usd} /> },
    { label: 'Stop reason', value: text('stop_reason') },
    { label: 'Service tier', value: text('service_tier') },
    { label: 'Guardrail', value: text('guardrail_id') },
    { label: 'Guardrail version', value: text('guardrail_version') },
  ];
}

function Cost({ usd }: { readonly usd: unknown }) {
  if (typeof usd !== 'string') return <ProvenanceBadge provenance="unpriced" />;
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      <Money usd={usd} />
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
