import Button from '@cloudscape-design/components/button';
import { useAnswer } from '../queries/use-answer.ts';
import { PolicyCopies } from './policy-copies.tsx';

/** Copies the whole read-only IAM policy that Assay asks for. */
export function CopyPolicy({ label = 'Copy policy' }: { readonly label?: string }) {
  const policy = useAnswer('policy.get', {});
  if (policy.data === undefined) return <Button disabled={true}>{label}</Button>;
  return (
    <PolicyCopies
      label={label}
      parts={policy.data.parts}
      copied="The read-only policy is on the clipboard"
    />
  );
}
