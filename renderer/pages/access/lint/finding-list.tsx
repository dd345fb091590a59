import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { LintFinding } from '../../../../shared/api/access-answers.ts';
import { BreakableWords } from '../../../components/breakable.tsx';
import { byLine, SEVERITY_TYPE } from './lint-words.ts';

interface FindingListProps {
  readonly findings: readonly LintFinding[];
  /** Goes to a line of the text; without it the text is shown otherwise, and lines are not told. */
  readonly onLine?: (line: number) => void;
}

/** Findings by line, each with what to do. */
export function FindingList({ findings, onLine }: FindingListProps) {
  return (
    <ul className="lint-list">
      {byLine(findings).map((finding) => (
        <li
          key={`${finding.check} ${finding.path} ${finding.line}`}
          className={onLine === undefined ? 'lint-finding lint-lineless' : 'lint-finding'}
        >
          {onLine === undefined ? null : <LineLink line={finding.line} onLine={onLine} />}
          <StatusIndicator type={SEVERITY_TYPE[finding.severity]}>
            {finding.severity}
          </StatusIndicator>
          <div>
            <BreakableWords text={finding.message} />{' '}
            <span className="quiet">
              <BreakableWords text={finding.remedy} />
            </span>
            <div className="quiet arn" title={finding.check}>
              {finding.path}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

interface LineLinkProps {
  readonly line: number | null;
  readonly onLine: (line: number) => void;
}

function LineLink({ line, onLine }: LineLinkProps) {
  if (line === null) return <span className="quiet">whole</span>;
  return (
    <Button variant="inline-link" onClick={() => onLine(line)}>
      line {line}
    </Button>
  );
}
