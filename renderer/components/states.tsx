import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { AppError } from '../../shared/model/app-error.ts';
import { CopyPolicy } from './copy-policy.tsx';

interface EmptyProps {
  /** What would be here. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The one action that fills it. */
  readonly action?: ReactNode;
}

/** Nothing to show: says what would be here, and the one action that fills it. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }} color="text-status-inactive">
      <SpaceBetween size="xs">
        <Box variant="strong" color="inherit">
          {title}
        </Box>
        {children === undefined ? null : (
          <Box variant="p" color="inherit">
            {children}
          </Box>
        )}
        {action}
      </SpaceBetween>
    </Box>
  );
}

interface LoadingProps {
  readonly label: string;
  /** Height in pixels to reserve, so that nothing jumps. */
  readonly height?: number;
}

/** A grey shape of the size of what is coming; one that stays over a second says what it waits for. */
export function Loading({ label, height = 120 }: LoadingProps) {
  return (
    <div className="skeleton" style={{ height }} role="status">
      <span className="skeleton-label">Loading {label}</span>
    </div>
  );
}

interface FailedProps {
  /** What could not be shown: `Spend`. */
  readonly what: string;
  readonly error: AppError;
  readonly onRetry?: () => void;
}

/** What happened, where and what to do; a missing permission offers the policy to grant. */
export function Failed({ what, error, onRetry }: FailedProps) {
  if (error.code === 'aws-denied') return <Denied what={what} reason={error.message} />;
  return (
    <Alert
      type="error"
      header={`${what} could not be shown`}
      action={
        onRetry === undefined ? null : (
          <Button iconName="refresh" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {error.message}
    </Alert>
  );
}

interface DeniedProps {
  readonly what: string;
  /** The IAM action to grant, where it is known. */
  readonly action?: string | null;
  readonly reason: string;
}

/** AWS refused: names the IAM action and offers the read-only policy. */
export function Denied({ what, action, reason }: DeniedProps) {
  return (
    <Alert type="warning" header={`${what}: denied by AWS`} action={<CopyPolicy />}>
      {action === undefined || action === null ? null : (
        <>
          Grant <Box variant="code">{action}</Box> and scan again.{' '}
        </>
      )}
      {reason}
    </Alert>
  );
}
