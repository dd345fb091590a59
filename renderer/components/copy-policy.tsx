import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { useAnswer } from '../queries/use-answer.ts';

/** Copies the whole read-only IAM policy that Assay asks for. */
export function CopyPolicy({ label = 'Copy policy' }: { readonly label?: string }) {
  const policy = useAnswer('policy.get', {});
  return (
    <CopyToClipboard
      copyButtonText={label}
      textToCopy={policy.data?.json ?? ''}
      disabled={policy.data === undefined}
      copySuccessText="The read-only policy is on the clipboard"
      copyErrorText="The clipboard refused; the policy is in Settings"
    />
  );
}
