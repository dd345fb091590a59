import { PolicyCopies } from '../../components/policy-copies.tsx';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';

/** Copies what would let be read what was denied: each action on what it was denied on. */
export function CopyMissing() {
  const missing = useAnswer('policy.missing', {});
  if (missing.data === undefined || missing.data.parts.length === 0) return null;
  const { parts, grants } = missing.data;
  const actions = new Set(grants.map(({ action }) => action));
  return (
    <span title={[...actions].join(', ')}>
      <PolicyCopies
        label={`Copy policy for what is missing (${countOf(actions.size, 'action')})`}
        parts={parts}
        copied="The policy is on the clipboard"
      />
    </span>
  );
}
