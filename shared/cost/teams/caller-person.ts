import { assertNever } from '../../model/assert-never.ts';
import { principalLabel } from '../../model/principal.ts';
import { callerBehind } from './caller-behind.ts';
import type { CallerBehind, CallerFacts } from './person-answer.ts';

/** A caller as the store names it: the role apart from its session. */
export interface SessionFacts extends Pick<CallerFacts, 'sourceIdentity' | 'onBehalfOf'> {
  /** Role or user, with or without path. */
  readonly principalArn: string;
  readonly sessionName: string | null;
}

/** Who is behind a caller; see `callerBehind`. */
export function behindSession({ principalArn, sessionName, ...facts }: SessionFacts): CallerBehind {
  return callerBehind({ ...facts, type: null, callerArn: sessionArn(principalArn, sessionName) });
}

/**
 * The name of the person behind a caller, the root user among them: somebody signs in as it. Null for
 * workloads, services and IAM users whose name is no address.
 */
export function personBehind(facts: SessionFacts): string | null {
  const behind = behindSession(facts);
  switch (behind.kind) {
    case 'person':
      return behind.name;
    case 'root':
      return 'Root user';
    case 'user':
    case 'service':
    case 'workload':
    case 'unknown':
      return null;
    default:
      return assertNever(behind);
  }
}

function sessionArn(principalArn: string, sessionName: string | null): string {
  const [, partition, account] = /^(arn:[^:]+):iam::(\d*):role\//.exec(principalArn) ?? [];
  if (sessionName === null || partition === undefined) return principalArn;
  return `${partition}:sts::${account}:assumed-role/${principalLabel(principalArn)}/${sessionName}`;
}
