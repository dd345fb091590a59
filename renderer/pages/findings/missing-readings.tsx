import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { MissingReading } from '../../../shared/model/finding.ts';
import { CopyPolicy } from '../../components/copy-policy.tsx';

/** What could not be read, and the permission to grant where that is the reason. */
export function MissingReadings({ missing }: { readonly missing: readonly MissingReading[] }) {
  if (missing.length === 0) return null;
  const grantable = missing.some(({ action }) => action !== null);
  return (
    <Alert
      type="info"
      header="Not known: something it needs was not read"
      action={grantable ? <CopyPolicy /> : null}
    >
      <ul className="finding-causes">
        {missing.map((each) => (
          <li key={`${each.dataset}/${each.accountId}/${each.region}/${each.action}`}>
            {each.dataset} in {each.accountId}, {each.region}:{' '}
            {each.action === null ? null : (
              <>
                grant <Box variant="code">{each.action}</Box> and scan again.{' '}
              </>
            )}
            {each.reason}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
