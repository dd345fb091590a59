import { principalLabel } from '../../model/principal.ts';
import type { CallerBehind, CallerFacts } from './person-answer.ts';
import { sessionOf } from './principal-names.ts';

/** Roles that Identity Center makes for permission sets; it names their sessions by the user. */
const IDENTITY_CENTER_ROLE = /^AWSReservedSSO_.+_[0-9a-f]{16}$/;
const ADDRESS = /^[^@\s]+@[^@\s]+$/;
const FEDERATED = /^arn:[^:]+:sts::\d*:federated-user\/(.+)$/;

/**
 * Who is behind a call. Identity Center comes first: it names the session itself. A source identity
 * (`sts:SourceIdentity`) stays through role chaining, but whoever assumes the first role sets it; a
 * session name of any other role is free text, and a person only where it is an address. So is the
 * name of an IAM user: pipelines, Bedrock API keys and people have users alike, and only an address
 * says which.
 */
export function callerBehind(facts: CallerFacts): CallerBehind {
  const { callerArn, type } = facts;
  if (type === 'Root' || callerArn.endsWith(':root')) return { kind: 'root' };
  if (type === 'AWSService' || callerArn.endsWith('.amazonaws.com'))
    return { kind: 'service', name: callerArn };
  const session = sessionOf(callerArn);
  const center = session !== null && IDENTITY_CENTER_ROLE.test(session.role);
  if (facts.onBehalfOf !== null || center)
    return fromIdentityCenter(facts, center ? session.name : null);
  if (facts.sourceIdentity !== null)
    return {
      kind: 'person',
      name: facts.sourceIdentity,
      by: 'source-identity',
      sure: false,
      userId: null,
    };
  const name = session?.name ?? FEDERATED.exec(callerArn)?.[1];
  return name === undefined ? withoutSession(callerArn) : fromSessionName(name);
}

function fromIdentityCenter(facts: CallerFacts, user: string | null): CallerBehind {
  const name = user ?? facts.onBehalfOf ?? '';
  return { kind: 'person', name, by: 'identity-center', sure: true, userId: facts.onBehalfOf };
}

function fromSessionName(name: string): CallerBehind {
  if (!ADDRESS.test(name)) return { kind: 'workload', name };
  return { kind: 'person', name, by: 'session-name', sure: false, userId: null };
}

function withoutSession(arn: string): CallerBehind {
  if (/:user\//.test(arn)) return fromUserName(principalLabel(arn));
  return { kind: 'unknown', reason: `${arn} names no session, so nobody behind it is known` };
}

function fromUserName(name: string): CallerBehind {
  if (!ADDRESS.test(name)) return { kind: 'user', name };
  return { kind: 'person', name, by: 'user-name', sure: false, userId: null };
}
