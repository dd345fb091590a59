/** What a person calls a principal: the role or user name without account, path and session. */
export function principalLabel(arn: string): string {
  const resource = arn.split(':').slice(5).join(':');
  if (resource === 'root') return 'Root user';
  return resource.slice(resource.lastIndexOf('/') + 1) || arn;
}

/**
 * A role's ARN without its path: `arn:aws:iam::1:role/team/app` is `arn:aws:iam::1:role/app`.
 * Invocation logs name sessions, whose ARNs leave the path out; role names are unique without it.
 */
export function principalWithoutPath(arn: string): string {
  return arn.replace(/:role\/.*\//, ':role/');
}

const IDENTITY_CENTER_ROLE = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/**
 * A principal's label as people know it: the role that IAM Identity Center makes for a permission set,
 * `AWSReservedSSO_<permission set>_<16 hex digits>`, by the name of the set.
 */
export function principalName(label: string): string {
  const set = IDENTITY_CENTER_ROLE.exec(label)?.[1];
  return set === undefined ? label : `${set} (SSO)`;
}
