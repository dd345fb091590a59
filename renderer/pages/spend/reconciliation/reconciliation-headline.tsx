import '../parts/parts.css';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type {
  ReconciliationHeadline,
  StateSum,
} from '../../../../shared/cost/reconcile/reconciliation.ts';
import { FoldedNotes } from '../../../components/folded-notes.tsx';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { exactCount } from '../../../format.ts';
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
        <div className="headline-grid headline-grid-first">
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
              .map(({ state, lines }) => `${exactCount(lines)} ${STATE_NAMES[state]}`)
              .join(', ')
              .replace(/^(?=.)/, 'Lines: ')}
          >
            <Money usd={estimatedUsd} />
          </Figure>
        </div>
        <FoldedNotes notes={notes} />
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
