import { principalLabel, principalWithoutPath } from '../../model/principal.ts';

/** A session's ARN: `arn:aws:sts::111122223333:assumed-role/app/ada@example.com`. */
const SESSION = /^(arn:[^:]+):sts::(\d*):assumed-role\/([^/]+)\/(.+)$/;

/** The role behind a session's ARN, without its path, which such ARNs leave out; others as they are. */
export function roleOfSession(arn: string): string {
  const [, partition, account, role] = SESSION.exec(arn) ?? [];
  return role === undefined ? arn : `${partition}:iam::${account}:role/${role}`;
}

/** The names that a principal is known by: ARN as it is, role ARN without path, bare name. */
export function principalNames(arn: string): readonly string[] {
  const role = roleOfSession(arn);
  return [...new Set([arn, role, principalWithoutPath(role), principalLabel(role)])];
}

/** Role and session name of a session's ARN; null for any other ARN. */
export function sessionOf(arn: string): { readonly role: string; readonly name: string } | null {
  const [, , , role, name] = SESSION.exec(arn) ?? [];
  return role === undefined || name === undefined ? null : { role, name };
}
