import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { refusalText } from '../../../shared/api/refusal-words.ts';
import { Breakable } from '../../components/breakable.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';

/** What was denied and no policy of one's own allows, with who can change that. */
export function Refusals() {
  const missing = useAnswer('policy.missing', {});
  const refusals = missing.data?.refusals ?? [];
  if (refusals.length === 0) return null;
  return (
    <ExpandableSection
      variant="container"
      headerText="What no policy of yours can allow"
      headerDescription={`${countOf(refusals.length, 'denial')} that someone else has to lift`}
    >
      <ul className="settings-list">
        {refusals.map((refusal) => (
          <li key={`${refusal.action} ${refusal.resource} ${refusal.by}`}>
            <Breakable text={refusalText(refusal)} />
          </li>
        ))}
      </ul>
    </ExpandableSection>
  );
}
