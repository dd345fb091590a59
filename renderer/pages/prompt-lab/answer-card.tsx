import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useRef } from 'react';
import { Money } from '../../components/money.tsx';
import { ProvenanceBadge } from '../../components/provenance-badge.tsx';
import { RunDetails } from './run-details.tsx';
import { RunFailure } from './run-failure.tsx';
import type { RunState } from './run-state.ts';

interface AnswerCardProps {
  readonly title: string;
  readonly subtitle: string;
  readonly state: RunState;
  readonly onCancel: () => void;
}

/** One model's answer: the text as it streams in, then what it used, took and cost. */
export function AnswerCard({ title, subtitle, state, onCancel }: AnswerCardProps) {
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.phase !== 'idle') card.current?.scrollIntoView({ block: 'nearest' });
  }, [state.phase]);
  if (state.phase === 'idle') return null;
  return (
    <div ref={card}>
      <Container
        header={
          <Header
            variant="h2"
            description={subtitle}
            actions={<CardState state={state} onCancel={onCancel} />}
          >
            {title}
          </Header>
        }
        footer={state.phase === 'done' ? <RunDetails run={state.run} /> : null}
      >
        <SpaceBetween size="s">
          {state.phase === 'failed' && state.text === '' ? null : <AnswerText state={state} />}
          {state.phase === 'failed' && state.error.code !== 'cancelled' ? (
            <RunFailure error={state.error} />
          ) : null}
        </SpaceBetween>
      </Container>
    </div>
  );
}

function CardState({ state, onCancel }: Pick<AnswerCardProps, 'state' | 'onCancel'>) {
  switch (state.phase) {
    case 'done':
      return (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Box variant="strong" fontSize="heading-m">
            <Money usd={state.run.usd} />
          </Box>
          <ProvenanceBadge provenance={state.run.usd === null ? 'unpriced' : 'metered'} />
        </SpaceBetween>
      );
    case 'failed':
      return (
        <StatusIndicator type={state.error.code === 'cancelled' ? 'stopped' : 'error'}>
          {state.error.code === 'cancelled' ? 'Cancelled' : 'Failed'}
        </StatusIndicator>
      );
    case 'idle':
      return null;
    default:
      return (
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <StatusIndicator type="in-progress">
            {state.phase === 'starting' ? 'Sending' : 'Answering'}
          </StatusIndicator>
          <Button onClick={onCancel} disabled={state.phase === 'starting'}>
            Cancel
          </Button>
        </SpaceBetween>
      );
  }
}

function AnswerText({ state }: { readonly state: RunState }) {
  const text = textOf(state);
  const waiting = state.phase === 'starting' || state.phase === 'streaming';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className="lab-text" tabIndex={0} aria-label="Answer" aria-busy={waiting}>
      {text === '' ? (
        <Box color="text-body-secondary">
          {waiting ? 'Waiting for the first token' : 'No text was answered'}
        </Box>
      ) : (
        text
      )}
    </section>
  );
}

function textOf(state: RunState): string {
  if (state.phase === 'done') return state.run.text;
  return state.phase === 'streaming' || state.phase === 'failed' ? state.text : '';
}
