import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type {
  ReconciliationHeadline,
  StateSum,
} from '../../../../shared/cost/reconcile/reconciliation.ts';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { countOf } from '../../../format.ts';
import { STATE_NAMES } from './reconciliation-filters.ts';
import { differenceWords, headlineWords, openWords } from './reconciliation-words.ts';

interface HeadlineProps {
  readonly headline: ReconciliationHeadline;
  readonly states: readonly StateSum[];
  readonly notes: readonly string[];
}

/** How much of the bill is explained, and what bill and estimate come to. */
export function Headline({ headline, states, notes }: HeadlineProps) {
  const { billedUsd, estimatedUsd, differenceUsd } = headline;
  return (
    <Container>
      <SpaceBetween size="s">
        <div className="headline-grid">
          <Figure label="Estimate against bill" note={openWords(headline)}>
            {headlineWords(headline)}
          </Figure>
          <Figure
            label={
              <>
                Billed <ProvenanceBadge provenance="billed" />
              </>
            }
            note={
              billedUsd === null ? 'Nothing was billed or read.' : differenceWords(differenceUsd)
            }
          >
            {billedUsd === null ? 'not known' : <Money usd={billedUsd} />}
          </Figure>
          <Figure
            label={
              <>
                Estimated <ProvenanceBadge provenance="metered" />
              </>
            }
            note={states
              .filter(({ lines }) => lines > 0)
              .map(({ state, lines }) => `${countOf(lines, 'line')} ${STATE_NAMES[state]}`)
              .join(', ')}
          >
            <Money usd={estimatedUsd} />
          </Figure>
        </div>
        {notes.map((note) => (
          <StatusIndicator key={note} type="info" wrapText>
            {note}
          </StatusIndicator>
        ))}
      </SpaceBetween>
    </Container>
  );
}

interface FigureProps {
  readonly label: ReactNode;
  readonly note: string | null;
  readonly children: ReactNode;
}

function Figure({ label, note, children }: FigureProps) {
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      <div className="headline">{children}</div>
      <div className="headline-note">{note}</div>
    </div>
  );
}
