import { segments } from './match-arn.ts';

/** Who makes a request, read from an ARN or the name of a service. */
export interface Caller {
  readonly kind: 'root' | 'user' | 'role' | 'session' | 'federated-user' | 'service' | 'other';
  /** As it was given. */
  readonly arn: string;
  /** Empty for a service. */
  readonly account: string;
  /** The role's or user's name without its path; the session's role; empty otherwise. */
  readonly name: string;
  /**
   * `aws:PrincipalArn`: of a session it is the role's, taken to have no path. Null where the role has
   * one for sure, but not which: roles of IAM Identity Center and of services.
   */
  readonly principalArn: string | null;
  /** Service-linked roles stand outside SCPs and RCPs. */
  readonly serviceLinked: boolean;
}

/** Reads who calls. A role's ARN stands for any session of that role. */
export function readCaller(arn: string): Caller {
  const parts = segments(arn);
  if (parts.length < 6) return service(arn);
  const [, partition = 'aws', , , account = '', resource = ''] = parts;
  const [type = '', ...rest] = resource.split('/');
  if (type === 'assumed-role') {
    const name = rest[0] ?? '';
    const hasPath = /^AWS(ReservedSSO_|ServiceRoleFor)/.test(name);
    const principalArn = hasPath ? null : `arn:${partition}:iam::${account}:role/${name}`;
    const serviceLinked = name.startsWith('AWSServiceRoleFor');
    return { kind: 'session', arn, account, name, principalArn, serviceLinked };
  }
  const name = rest.at(-1) ?? '';
  const serviceLinked = type === 'role' && rest[0] === 'aws-service-role';
  return { kind: kindOf(type), arn, account, name, principalArn: arn, serviceLinked };
}

function kindOf(type: string): Caller['kind'] {
  if (type === 'root' || type === 'user' || type === 'role' || type === 'federated-user') {
    return type;
  }
  return 'other';
}

function service(name: string): Caller {
  return {
    kind: 'service',
    arn: name,
    account: '',
    name: '',
    principalArn: name,
    serviceLinked: false,
  };
}
