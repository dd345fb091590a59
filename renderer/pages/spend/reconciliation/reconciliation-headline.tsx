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
import { sentence } from '../../../spend/words.ts';
import { HowToRead } from '../parts/how-to-read.tsx';
import { STATE_NAMES } from './reconciliation-filters.ts';
import {
  differenceWords,
  headlineWords,
  openWords,
  type Unread,
  unreadWords,
} from './reconciliation-words.ts';

interface HeadlineProps extends Unread {
  readonly headline: ReconciliationHeadline;
  readonly states: readonly StateSum[];
  readonly notes: readonly string[];
}

/** How much of the bill is explained, and what bill and estimate come to. */
export function Headline({ headline, states, notes, ...unread }: HeadlineProps) {
  const { notBilled, notCounted } = unread;
  const { billedUsd, estimatedUsd, differenceUsd } = headline;
  return (
    <Container>
      <SpaceBetween size="s">
        <div className="headline-grid headline-grid-first">
          <Figure label="Estimate against bill" note={openWords(headline, unread)}>
            {headlineWords(headline, unread)}
          </Figure>
          <Figure
            label={
              <>
                Billed <ProvenanceBadge provenance="billed" />
              </>
            }
            note={
              billedUsd !== null
                ? differenceWords(differenceUsd)
                : notBilled === null
                  ? 'The bill has no line of this period.'
                  : sentence(notBilled)
            }
          >
            {billedUsd !== null ? (
              <Money usd={billedUsd} />
            ) : notBilled === null ? (
              'nothing'
            ) : (
              'not known'
            )}
          </Figure>
          <Figure
            label={
              <>
                Estimated <ProvenanceBadge provenance="metered" />
              </>
            }
            note={
              notCounted !== null
                ? sentence(notCounted)
                : states
                    .filter(({ lines }) => lines > 0)
                    .map(({ state, lines }) => `${exactCount(lines)} ${STATE_NAMES[state]}`)
                    .join(', ')
                    .replace(/^(?=.)/, 'Lines: ')
            }
          >
            {estimatedUsd === null ? 'not known' : <Money usd={estimatedUsd} />}
          </Figure>
        </div>
        {unreadWords(unread) === null ? null : <HowToRead />}
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
