import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { PolicyText } from '../../../../shared/api/access-answers.ts';
import { laidOut } from '../../../components/json-tokens.ts';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { useAnswer } from '../../../queries/use-answer.ts';
import { PolicyArea, type PolicyAreaRef } from '../parts/policy-area.tsx';
import { useQuestion } from '../use-question.ts';
import { ChangedCells } from './changed-cells.tsx';

const LEAST_ROWS = 8;
const MOST_ROWS = 24;

/** A policy that was read. */
type ReadPolicy = PolicyText & { readonly document: string };

/** One policy to edit, and what that would change once it is asked for. */
export function PolicyEditor({ policy }: { readonly policy: ReadPolicy }) {
  const original = laidOut(policy.document);
  const [text, setText] = useState(original);
  const [without, setWithout] = useState(false);
  const [asked, setAsked] = useState<{ readonly document: string | null } | null>(null);
  const area = useRef<PolicyAreaRef>(null);
  const changed = without || text !== original;
  return (
    <SpaceBetween size="m">
      <Container>
        <SpaceBetween size="s">
          <PolicyArea
            ref={area}
            label={policy.name}
            description={policy.policyId}
            value={text}
            disabled={without}
            rows={Math.min(MOST_ROWS, Math.max(LEAST_ROWS, text.split('\n').length + 1))}
            onChange={setText}
          />
          <SpaceBetween direction="horizontal" size="m" alignItems="center">
            <Button
              variant="primary"
              disabled={!changed}
              onClick={() => setAsked({ document: without ? null : text })}
            >
              See what changes
            </Button>
            <Button disabled={text === original} onClick={() => setText(original)}>
              Back to what was read
            </Button>
            <Checkbox checked={without} onChange={({ detail }) => setWithout(detail.checked)}>
              Without this policy
            </Checkbox>
          </SpaceBetween>
        </SpaceBetween>
      </Container>
      {asked === null ? (
        <Empty title="Nothing was asked yet">
          Change the text, then see which decisions would change.
        </Empty>
      ) : (
        <Changes
          policyId={policy.policyId}
          document={asked.document}
          onLine={(line) => area.current?.showLine(line)}
        />
      )}
    </SpaceBetween>
  );
}

interface ChangesProps {
  readonly policyId: string;
  readonly document: string | null;
  readonly onLine: (line: number) => void;
}

function Changes({ policyId, document, onLine }: ChangesProps) {
  const question = useQuestion();
  const changes = [{ policyId, document }];
  const answer = useAnswer('access.change', { ...question, changes }, { keepPrevious: true });
  if (answer.error !== null) {
    return (
      <Failed what="What changes" error={answer.error} onRetry={() => void answer.refetch()} />
    );
  }
  if (answer.data === undefined) return <Loading label="what changes" height={320} />;
  return <ChangedCells answer={answer.data} onLine={onLine} />;
}
