import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { hrefOf, navigate } from '../navigation.ts';
import { useWorkspace } from '../workspace.ts';

/** Marks the demo account on every page, and leads out of it. */
export function DemoBand() {
  const { demo } = useWorkspace();
  if (!demo) return null;
  const href = hrefOf('/settings', { tab: 'connections' }, window.location.search);
  return (
    <Alert
      type="info"
      action={
        <Button
          href={href}
          onFollow={(event) => {
            event.preventDefault();
            navigate(href);
          }}
        >
          Connect an account
        </Button>
      }
    >
      This is the demo account: simulated traffic, read over the real AWS protocols. No figure here
      is yours.
    </Alert>
  );
}
