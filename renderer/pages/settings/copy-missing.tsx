import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { countOf } from '../../format.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { policyForActions } from './missing-policy.ts';

/** Copies the part of the required policy that would let what was denied be read. */
export function CopyMissing({ actions }: { readonly actions: readonly string[] }) {
  const policy = useAnswer('policy.get', {});
  if (policy.data === undefined || actions.length === 0) return null;
  const missing = policyForActions(policy.data.json, actions);
  if (missing === null) return null;
  const { json, unknown } = missing;
  return (
    <span title={actions.join(', ')}>
      <CopyToClipboard
        copyButtonText={`Copy policy for what is missing (${countOf(actions.length - unknown.length, 'action')})`}
        textToCopy={json}
        copySuccessText={
          unknown.length === 0
            ? 'The policy is on the clipboard'
            : `On the clipboard, without ${unknown.join(', ')}: no policy of Assay names it`
        }
        copyErrorText="The clipboard refused"
      />
    </span>
  );
}
