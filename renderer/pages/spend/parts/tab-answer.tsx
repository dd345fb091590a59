import Container from '@cloudscape-design/components/container';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import './parts.css';

interface TabAnswerProps {
  /** The tab's answer in a sentence. */
  readonly children: ReactNode;
  /** Figures below it. */
  readonly detail?: ReactNode;
  /** What the answer leaves out or rests on. */
  readonly notes: readonly string[];
}

/** The answer of a tab above its tables, with what has to be known beside it. */
export function TabAnswer({ children, detail, notes }: TabAnswerProps) {
  return (
    <Container>
      <div className="answer">{children}</div>
      {detail === undefined ? null : <div className="headline-note">{detail}</div>}
      {notes.map((note) => (
        <div key={note}>
          <StatusIndicator type="info" wrapText>
            {note}
          </StatusIndicator>
        </div>
      ))}
    </Container>
  );
}
