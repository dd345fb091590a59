import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Identity } from '../../../shared/api/answers.ts';
import type { AppError } from '../../../shared/model/app-error.ts';

interface ConnectionTestResultProps {
  readonly identity: Identity | undefined;
  readonly error: AppError | null;
}

/** Who a tested connection is, or why it could not be used. */
export function ConnectionTestResult({ identity, error }: ConnectionTestResultProps) {
  if (error !== null) return <StatusIndicator type="error">{error.message}</StatusIndicator>;
  if (identity === undefined) return null;
  return (
    <span title={identity.arn}>
      <StatusIndicator type="success">{`${identity.accountId} answers`}</StatusIndicator>
    </span>
  );
}
