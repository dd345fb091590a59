import {
  grantsOf,
  type IdentityPolicies,
  onEverything,
  type PlacedStatement,
  placeOfStatement,
} from './identity-policies.ts';

/** A permission that reaches further than what it is for. */
export interface WideGrant {
  readonly action: string;
  readonly grant: PlacedStatement;
}

/**
 * Actions that turn rights over a role into other rights, when they are allowed on every resource.
 * They pass a role, make credentials, change what a policy or a trust policy says, or change code
 * that runs as another role. (For the first: IAM User Guide, "Grant permissions to pass a role".)
 */
export const ESCALATING_ACTIONS = [
  'iam:PassRole',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:AttachUserPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachGroupPolicy',
  'iam:PutUserPolicy',
  'iam:PutRolePolicy',
  'iam:PutGroupPolicy',
  'iam:AddUserToGroup',
  'iam:UpdateAssumeRolePolicy',
  'sts:AssumeRole',
  'lambda:UpdateFunctionCode',
] as const;

/** Of these actions, the ones an identity is allowed on every resource, each with a statement. */
export function wideGrants(
  policies: IdentityPolicies,
  actions: readonly string[],
): readonly WideGrant[] {
  return actions.flatMap((action) => {
    const grant = grantsOf(policies, action).find(({ statement }) =>
      action === 'iam:PassRole'
        ? onEverything(statement) && !passesToOne(statement)
        : onEverything(statement),
    );
    return grant === undefined ? [] : [{ action, grant }];
  });
}

/** A role that may be passed to services that are named is passed knowingly. */
function passesToOne({ conditions }: PlacedStatement['statement']): boolean {
  return conditions.some(
    ({ key, negated, values }) =>
      key.toLowerCase() === 'iam:passedtoservice' && !negated && !values.includes('*'),
  );
}

/** `iam:PassRole, iam:CreateAccessKey and 3 more on every resource, by execution (statement 1)`. */
export function wideText(wide: readonly WideGrant[]): string {
  const actions = wide.slice(0, 4).map(({ action }) => action);
  const more = wide.length > 4 ? ` and ${wide.length - 4} more` : '';
  const places = [...new Set(wide.map(({ grant }) => placeOfStatement(grant)))];
  return `${actions.join(', ')}${more} on every resource, by ${places.slice(0, 3).join(', ')}`;
}
