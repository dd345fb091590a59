const IDENTITY_CENTER_ROLE = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/**
 * A principal's label as people know it: the role that IAM Identity Center makes for a permission set,
 * `AWSReservedSSO_<permission set>_<16 hex digits>`, by the name of the set.
 */
export function principalName(label: string): string {
  const set = IDENTITY_CENTER_ROLE.exec(label)?.[1];
  return set === undefined ? label : `${set} (SSO)`;
}
