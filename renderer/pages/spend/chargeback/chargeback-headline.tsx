import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { SpendChargeback } from '../../../../shared/api/answers.ts';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { When } from '../../../components/when.tsx';
import { countOf } from '../../../format.ts';
import { chargebackSentence, closeSentence } from './chargeback-words.ts';
import { CloseMonth } from './close-month.tsx';

interface ChargebackHeadlineProps {
  readonly answer: SpendChargeback;
  /** `October 2026`. */
  readonly name: string;
}

/** What the month comes to, from where, and whether it is closed; closes it and opens it again. */
export function ChargebackHeadline({ answer, name }: ChargebackHeadlineProps) {
  const [asked, setAsked] = useState(false);
  const { closed, now, notes, month } = answer;
  const held = closed?.chargeback ?? now;
  return (
    <Container>
      <div className="chargeback-head">
        <div>
          <div className="answer">{chargebackSentence(held, name)}</div>
          <div>
            {held.totals.map(({ provenance, usd }) => (
              <span key={provenance}>
                <Money usd={usd} /> <ProvenanceBadge provenance={provenance} />{' '}
              </span>
            ))}
            {held.unpricedTokens === 0 ? null : (
              <>
                <ProvenanceBadge provenance="unpriced" /> {countOf(held.unpricedTokens, 'token')},
                in no amount
              </>
            )}
          </div>
          <StatusIndicator type={closed === null ? 'pending' : 'success'} wrapText>
            {closeSentence(answer)}
          </StatusIndicator>
          {closed === null ? null : (
            <div className="headline-note">
              Closed <When at={closed.closedAt} />
              {closed.note === '' ? '' : `: ${closed.note}`}
            </div>
          )}
          {notes.map((note) => (
            <div key={note}>
              <StatusIndicator type="info" wrapText>
                {note}
              </StatusIndicator>
            </div>
          ))}
        </div>
        <Button
          iconName={closed === null ? 'lock-private' : 'unlocked'}
          onClick={() => setAsked(true)}
        >
          {closed === null ? 'Close the month' : 'Open the month again'}
        </Button>
      </div>
      {asked ? (
        <CloseMonth
          month={month}
          name={name}
          closed={closed !== null}
          incompleteDays={answer.incompleteDays.length}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </Container>
  );
}
