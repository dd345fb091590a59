import type { IamIdentity } from '../../model/dataset.ts';
import { matchesAction } from '../matching/match-action.ts';
import type { Policy } from '../policy/policy.ts';
import { anyOther, type ContextKeys } from './context-keys.ts';

const PRINCIPAL_TAG = 'aws:PrincipalTag/';
const TAG_SESSION = 'sts:tagsession';

/**
 * `aws:PrincipalTag` of an identity. A user has the tags of the user and no other. A session of a
 * role has those of the role and those that were passed when it began, which take the place of the
 * role's own; passing any takes `sts:TagSession` in the trust policy. So the tags of a role are
 * known where its trust policy does not allow that, and unknown altogether where it does.
 * (IAM User Guide, "Pass session tags in AWS STS"; STS API Reference, AssumeRole, `Tags`.)
 *
 * @param trust - null where the trust policy was not read, and for users
 */
export function principalTagKeys(
  { kind, tags }: Pick<IamIdentity, 'kind' | 'tags'>,
  trust: Policy | null,
): ContextKeys {
  if (kind === 'role' && (trust === null || mayTagSessions(trust))) return {};
  const own = Object.entries(tags).map(([key, value]) => [`${PRINCIPAL_TAG}${key}`, [value]]);
  return { ...Object.fromEntries(own), [anyOther(PRINCIPAL_TAG)]: [] };
}

/** A trust policy that could not be read whole may allow it as well. */
function mayTagSessions({ statements, problems }: Policy): boolean {
  if (problems.some(({ severity }) => severity === 'error')) return true;
  return statements.some(({ effect, actions }) => {
    const named = actions.patterns.some((pattern) => matchesAction(pattern, TAG_SESSION));
    return effect === 'Allow' && named !== actions.except;
  });
}

/**
 * Keys that only requests of AWS services have. (IAM User Guide, "AWS global condition context
 * keys": `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID`, `aws:SourceOrgPaths` and
 * `aws:PrincipalServiceName` are there where a service calls by its service principal.)
 */
export const NO_SERVICE_KEYS: ContextKeys = {
  'aws:SourceArn': [],
  'aws:SourceAccount': [],
  'aws:SourceOrgID': [],
  'aws:SourceOrgPaths': [],
  'aws:PrincipalServiceName': [],
  'aws:PrincipalServiceNamesList': [],
};
