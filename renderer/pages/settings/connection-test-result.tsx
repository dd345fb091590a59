import Alert from '@cloudscape-design/components/alert';
import type { Identity } from '../../../shared/api/answers.ts';
import type { AppError } from '../../../shared/model/app-error.ts';

interface ConnectionTestResultProps {
  readonly identity: Identity | undefined;
  readonly error: AppError | null;
}

/** Who a tested connection is, or why it could not be used and what to run. */
export function ConnectionTestResult({ identity, error }: ConnectionTestResultProps) {
  if (error !== null) {
    return (
      <Alert type="error" header="The test failed">
        {error.message}
      </Alert>
    );
  }
  if (identity === undefined) return null;
  return (
    <Alert type="success" header={`Account ${identity.accountId} answers`}>
      Assay is {identity.arn} there.
    </Alert>
  );
}
