import type { AccessMatrix } from '../../../shared/api/access-answers.ts';

/** What every tab gets. */
export interface AccessTabProps {
  /** Undefined until it is there. */
  readonly matrix: AccessMatrix | undefined;
}
