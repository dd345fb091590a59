import Container from '@cloudscape-design/components/container';
import type { ReactNode } from 'react';
import { FoldedNotes } from '../../../components/folded-notes.tsx';
import './parts.css';

interface TabAnswerProps {
  /** The tab's answer in a sentence. */
  readonly children: ReactNode;
  /** Figures and words below it. */
  readonly detail?: ReactNode;
  /** Beside it, at the end. */
  readonly action?: ReactNode;
  /** What the answer leaves out or rests on. */
  readonly notes: readonly string[];
}

/** The answer of a tab above its tables, with what has to be known beside it. */
export function TabAnswer({ children, detail, action, notes }: TabAnswerProps) {
  return (
    <Container>
      <div className="answer-head">
        <div>
          <div className="answer">{children}</div>
          {detail === undefined ? null : <div className="headline-note">{detail}</div>}
        </div>
        {action === undefined ? null : <div className="answer-action">{action}</div>}
      </div>
      <FoldedNotes notes={notes} />
    </Container>
  );
}
