/** What a person calls a principal: the role or user name without account, path and session. */
export function principalLabel(arn: string): string {
  const resource = arn.split(':').slice(5).join(':');
  if (resource === 'root') return 'Root user';
  return resource.slice(resource.lastIndexOf('/') + 1) || arn;
}
