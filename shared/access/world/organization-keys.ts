import type { ContextKeys } from './context-keys.ts';
import type { OrganizationPlace } from './organization-place.ts';

/**
 * The organisation of an account as a condition key tells it: `aws:PrincipalOrgID` and
 * `aws:PrincipalOrgPaths` of who calls, `aws:ResourceOrgID` and `aws:ResourceOrgPaths` of what is
 * called. Absent outside of organisations; unknown where it was not read. A path is
 * `o-id/r-id/ou-id/`, without the account. (IAM User Guide, "AWS global condition context keys".)
 */
export function organizationKeys(
  place: OrganizationPlace,
  of: 'Principal' | 'Resource',
): ContextKeys {
  const [id, paths] = [`aws:${of}OrgID`, `aws:${of}OrgPaths`];
  if (place.kind === 'unknown') return {};
  if (place.kind === 'outside') return { [id]: [], [paths]: [] };
  const { organizationId } = place.organization;
  if (!place.path.read) return { [id]: [organizationId] };
  const above = place.path.value.slice(0, -1).map((node) => node.id);
  return { [id]: [organizationId], [paths]: [`${[organizationId, ...above].join('/')}/`] };
}
