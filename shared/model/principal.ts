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
