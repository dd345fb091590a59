import Alert from '@cloudscape-design/components/alert';
import type { ApiError } from '../../../shared/api/result.ts';
import type { ErrorCode } from '../../../shared/model/app-error.ts';
import { PageLink } from '../../components/page-link.tsx';

const HEADERS: Partial<Readonly<Record<ErrorCode, string>>> = {
  'aws-denied': 'AWS refused the call',
  'aws-unavailable': 'The model is not available there',
  'not-approved': 'The model is not approved',
  'cap-reached': 'The limit is reached',
};

/** Why there is no answer, or no whole one, in words; the backend names the IAM action when denied. */
export function RunFailure({ error }: { readonly error: ApiError }) {
  return (
    <Alert type="error" header={HEADERS[error.code] ?? 'The call failed'}>
      {error.message}{' '}
      {error.code === 'not-approved' ? (
        <PageLink to="/settings" query={{ tab: 'models' }}>
          Approve models
        </PageLink>
      ) : null}
    </Alert>
  );
}
