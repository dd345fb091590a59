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

/** The name of the person, user, service or root user behind a caller; null for workloads. */
export function personBehind(facts: SessionFacts): string | null {
  const behind = behindSession(facts);
  switch (behind.kind) {
    case 'person':
    case 'user':
    case 'service':
      return behind.name;
    case 'root':
      return 'Root user';
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
