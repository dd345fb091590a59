import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import type { SpendChargeback } from '../../../../shared/api/answers.ts';
import { heldBillWords } from '../../../../shared/cost/chargeback/against-bill.ts';
import { When } from '../../../components/when.tsx';
import { lackingInShort } from '../../../spend/priced-cost.ts';
import { useToday } from '../../../workspace.ts';
import { ProvenAmounts } from '../parts/proven-amounts.tsx';
import { TabAnswer } from '../parts/tab-answer.tsx';
import { chargebackSentence, closeSentence, lateDays } from './chargeback-words.ts';
import { CloseMonth } from './close-month.tsx';

interface ChargebackHeadlineProps {
  readonly answer: SpendChargeback;
  /** `October 2026`. */
  readonly name: string;
}

/** What the month comes to, from where, and whether it is closed; closes it and opens it again. */
export function ChargebackHeadline({ answer, name }: ChargebackHeadlineProps) {
  const today = useToday();
  const [asked, setAsked] = useState(false);
  const { closed, now, notes, month } = answer;
  const held = closed?.chargeback ?? now;
  const billed = heldBillWords(answer) ?? 'No bill of the month was read.';
  const label = closed === null ? 'Close the month' : 'Open the month again';
  return (
    <>
      <TabAnswer
        notes={notes}
        detail={
          <div className="answer-lines">
            <div>
              <ProvenAmounts amounts={held.totals} unpriced={lackingInShort(held)} />
            </div>
            <div>{billed}</div>
            <StatusIndicator type={closed === null ? 'pending' : 'success'} wrapText>
              {closeSentence(answer, today)}
            </StatusIndicator>
            {closed === null ? null : (
              <div>
                Closed <When at={closed.closedAt} />
                {closed.note === '' ? '' : `: ${closed.note}`}
              </div>
            )}
          </div>
        }
        action={
          <Button
            iconName={closed === null ? 'lock-private' : 'unlocked'}
            wrapText={false}
            onClick={() => setAsked(true)}
          >
            {label}
          </Button>
        }
      >
        {chargebackSentence(held, name)}
      </TabAnswer>
      {asked ? (
        <CloseMonth
          month={month}
          name={name}
          closed={closed !== null}
          billed={billed}
          incompleteDays={lateDays(answer, today)}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
