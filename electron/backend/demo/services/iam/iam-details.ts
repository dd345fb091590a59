import type {
  AccountAuthorization,
  IamIdentity,
  IamPolicy,
} from '../../../../../shared/model/dataset.ts';
import type { XmlValue } from '../../protocols/xml.ts';

/** The values of the `Filter` parameter. */
export type DetailKind = 'User' | 'Group' | 'Role' | 'LocalManagedPolicy' | 'AWSManagedPolicy';

/** One entry of the answer, before it is put in its list. */
export interface IamDetail {
  readonly kind: DetailKind;
  readonly members: { readonly [name: string]: XmlValue };
}

/** All users, groups, roles and managed policies of an account; `idOf` gives unique ids. */
export function authorizationDetails(
  authorization: AccountAuthorization,
  idOf: (arn: string) => string,
): readonly IamDetail[] {
  const { identities, policies } = authorization;
  const describe = { user: userDetail, group: groupDetail, role: roleDetail };
  return [
    ...(['user', 'group', 'role'] as const).flatMap((kind) =>
      identities.filter((one) => one.kind === kind).map((one) => describe[kind](one, idOf)),
    ),
    ...policies.map((policy) => policyDetail(policy, identities, idOf)),
  ];
}

function userDetail(user: IamIdentity, idOf: (arn: string) => string): IamDetail {
  const members = {
    ...common(user),
    UserName: user.name,
    UserId: idOf(user.arn),
    UserPolicyList: inline(user),
    GroupList: user.groups,
    PermissionsBoundary: boundary(user),
    Tags: tags(user),
  };
  return { kind: 'User', members };
}

function groupDetail(group: IamIdentity, idOf: (arn: string) => string): IamDetail {
  const members = {
    ...common(group),
    GroupName: group.name,
    GroupId: idOf(group.arn),
    GroupPolicyList: inline(group),
  };
  return { kind: 'Group', members };
}

function roleDetail(role: IamIdentity, idOf: (arn: string) => string): IamDetail {
  const trust = role.trustPolicy;
  const members = {
    ...common(role),
    RoleName: role.name,
    RoleId: idOf(role.arn),
    AssumeRolePolicyDocument: trust === null ? undefined : encodeDocument(trust),
    InstanceProfileList: [],
    RolePolicyList: inline(role),
    PermissionsBoundary: boundary(role),
    Tags: tags(role),
    RoleLastUsed: { LastUsedDate: role.lastUsed?.at, Region: role.lastUsed?.region ?? undefined },
  };
  return { kind: 'Role', members };
}

function policyDetail(
  policy: IamPolicy,
  identities: readonly IamIdentity[],
  idOf: (arn: string) => string,
): IamDetail {
  const attached = identities.filter((one) => one.attachedPolicyArns.includes(policy.arn));
  const bounded = identities.filter((one) => one.permissionsBoundaryArn === policy.arn);
  const members = {
    PolicyName: policy.name,
    PolicyId: idOf(policy.arn),
    Arn: policy.arn,
    Path: policyPath(policy.arn),
    DefaultVersionId: policy.versionId,
    AttachmentCount: attached.length,
    PermissionsBoundaryUsageCount: bounded.length,
    IsAttachable: true,
    PolicyVersionList: [
      {
        Document: encodeDocument(policy.document),
        VersionId: policy.versionId,
        IsDefaultVersion: true,
      },
    ],
  };
  const managed = policy.arn.startsWith('arn:aws:iam::aws:policy/');
  return { kind: managed ? 'AWSManagedPolicy' : 'LocalManagedPolicy', members };
}

function common(identity: IamIdentity) {
  return {
    Path: identity.path,
    Arn: identity.arn,
    CreateDate: identity.createdAt ?? undefined,
    AttachedManagedPolicies: identity.attachedPolicyArns.map((arn) => ({
      PolicyName: arn.split('/').at(-1) ?? arn,
      PolicyArn: arn,
    })),
  };
}

function tags(identity: IamIdentity) {
  return Object.entries(identity.tags).map(([Key, Value]) => ({ Key, Value }));
}

function inline(identity: IamIdentity) {
  return identity.inlinePolicies.map(({ name, document }) => ({
    PolicyName: name,
    PolicyDocument: encodeDocument(document),
  }));
}

function boundary(identity: IamIdentity) {
  if (identity.permissionsBoundaryArn === null) return undefined;
  return {
    PermissionsBoundaryType: 'Policy',
    PermissionsBoundaryArn: identity.permissionsBoundaryArn,
  };
}

/** IAM sends policy documents percent-encoded (RFC 3986). */
function encodeDocument(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `/team/` of `arn:aws:iam::111122223333:policy/team/name`. */
function policyPath(arn: string): string {
  const path = arn.slice(arn.indexOf('policy') + 'policy'.length);
  return path.slice(0, path.lastIndexOf('/') + 1);
}
