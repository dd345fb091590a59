import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { useFilters } from '../../../filters.ts';
import { periodPhrase } from '../../../period.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { usePeriod } from '../../../workspace.ts';
import { movedItem, withItem, withoutItem } from '../parts/list-changes.ts';
import { stepsFilter, stepWords } from './changes.ts';
import { StepEditor } from './step-editor.tsx';
import { WhatIfResult } from './what-if-result.tsx';

const whatIfFilters = { steps: stepsFilter } as const;
const HEIGHT = 200;

/** What the period's usage would cost with another model, tier, scope, cache use or bought capacity. */
export function WhatIfTab() {
  const [{ steps }, update] = useFilters(whatIfFilters);
  const [period] = usePeriod();
  const [edited, setEdited] = useState<'new' | number | null>(null);
  const answer = useAnswer(
    'spend.what-if',
    { ...period, changes: [...steps] },
    { enabled: steps.length > 0, keepPrevious: true },
  );
  const add = (
    <Button iconName="add-plus" onClick={() => setEdited('new')}>
      Add a change
    </Button>
  );
  return (
    <SpaceBetween size="m">
      <Container
        header={
          <Header
            variant="h2"
            description={`Of the usage ${periodPhrase(period)}; steps apply in their order, each to what the one before left`}
            actions={add}
          >
            Changes
          </Header>
        }
      >
        {steps.length === 0 ? (
          <Empty title="Nothing is changed yet">
            Move a share of usage to another model, tier, scope or use of the cache, or to bought
            capacity, and see what it would cost and what it would break.
          </Empty>
        ) : (
          <ol className="steps">
            {steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be the same, and hold no state
              <li key={index}>
                <div className="step">
                  <span>{stepWords(step)}</span>
                  <StepActions
                    number={index + 1}
                    count={steps.length}
                    onEdit={() => setEdited(index + 1)}
                    onMove={(by) => update({ steps: movedItem(steps, index + 1, by) })}
                    onRemove={() => update({ steps: withoutItem(steps, index + 1) })}
                  />
                </div>
              </li>
            ))}
          </ol>
        )}
      </Container>
      {steps.length === 0 ? null : answer.error !== null ? (
        <Failed what="The what-if" error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <Loading label="both sides" height={HEIGHT} />
      ) : (
        <div className={answer.isPlaceholderData ? 'updating' : ''}>
          <WhatIfResult answer={answer.data} steps={steps} />
        </div>
      )}
      {edited === null ? null : (
        <StepEditor
          step={edited === 'new' ? null : (steps[edited - 1] ?? null)}
          onClose={() => setEdited(null)}
          onSave={(step) => {
            update({ steps: withItem(steps, edited === 'new' ? null : edited, step) });
            setEdited(null);
          }}
        />
      )}
    </SpaceBetween>
  );
}

interface StepActionsProps {
  readonly number: number;
  readonly count: number;
  readonly onEdit: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function StepActions({ number, count, onEdit, onMove, onRemove }: StepActionsProps) {
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      <Button
        variant="icon"
        iconName="angle-up"
        ariaLabel={`Move step ${number} up`}
        disabled={number === 1}
        onClick={() => onMove(-1)}
      />
      <Button
        variant="icon"
        iconName="angle-down"
        ariaLabel={`Move step ${number} down`}
        disabled={number === count}
        onClick={() => onMove(1)}
      />
      <Button variant="icon" iconName="edit" ariaLabel={`Change step ${number}`} onClick={onEdit} />
      <Button
        variant="icon"
        iconName="close"
        ariaLabel={`Remove step ${number}`}
        onClick={onRemove}
      />
    </SpaceBetween>
  );
}
