import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { PartProof, StatementProof } from '../../../../shared/api/access-answers.ts';
import { Breakable, BreakableWords } from '../../../components/breakable.tsx';
import { JsonView } from '../../../components/json-view.tsx';
import { DECISION_TYPE } from '../access-words.ts';
import { placeWords, ROLE_WORDS, verdictType, verdictWords } from './proof-words.ts';

/** The decision on one resource of a call, with the statements that made it in AWS's order. */
export function PartProofView({ part }: { readonly part: PartProof }) {
  const { role, action, resource, requestedRegion, decision, reason, statements } = part;
  return (
    <div>
      <StatusIndicator type={DECISION_TYPE[decision]} wrapText>
        <Box variant="strong" display="inline" color="inherit">
          {ROLE_WORDS[role]} in {requestedRegion}: {decision}.
        </Box>{' '}
        <span className="proof-words">
          <BreakableWords text={reason} />
        </span>
      </StatusIndicator>
      <div className="proof-statements">
        <div className="quiet">
          {action} on{' '}
          <span className="arn">
            <Breakable text={resource} />
          </span>
        </div>
        <ul className="proof">
          {statements.map((statement) => (
            <li key={`${statement.policyId} ${statement.index}`}>
              <StatementView statement={statement} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function StatementView({ statement }: { readonly statement: StatementProof }) {
  return (
    <>
      <StatusIndicator type={verdictType(statement)} wrapText>
        <span className="proof-words">
          <BreakableWords text={placeWords(statement)} />
        </span>{' '}
        <Box variant="strong" display="inline" color="inherit">
          <BreakableWords text={verdictWords(statement)} />
        </Box>
      </StatusIndicator>
      <details className="proof-json">
        <summary>Statement as JSON</summary>
        <JsonView text={statement.json} label="statement" maxHeight={280} />
      </details>
    </>
  );
}
