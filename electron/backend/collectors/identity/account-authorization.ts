import type {
  GroupDetail,
  ManagedPolicyDetail,
  GetAccountAuthorizationDetailsResponse as Page,
  PolicyDetail,
  RoleDetail,
  Tag,
  UserDetail,
} from '@aws-sdk/client-iam';
import type {
  AccountAuthorization,
  IamIdentity,
  IamPolicy,
  RoleUse,
} from '../../../../shared/model/dataset.ts';
import { paginate } from '../../aws/paginate.ts';
import { instant, list, required, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';

/** Every user, group, role and managed policy of an account; always one item. */
export const accountAuthorization: Collector<'account-authorization'> = {
  dataset: 'account-authorization',
  title: 'IAM users, groups, roles and policies',
  scope: 'account',
  iamActions: ['iam:GetAccountAuthorizationDetails'],
  collect: async ({ clients, region, call }) => {
    const pages = paginate(
      (Marker) =>
        call('iam:GetAccountAuthorizationDetails', async (options) =>
          (await clients.iam(region)).getAccountAuthorizationDetails(
            { Marker, MaxItems: 1000 },
            options,
          ),
        ),
      (page) => (page.IsTruncated === true ? page.Marker : undefined),
      { of: 'iam:GetAccountAuthorizationDetails', begins: firstArn },
    );
    const identities: IamIdentity[] = [];
    const policies: IamPolicy[] = [];
    for await (const page of pages) {
      identities.push(...identitiesOf(page));
      policies.push(...list(page.Policies).flatMap(toPolicy));
    }
    return [{ identities, policies } satisfies AccountAuthorization];
  },
};

/** The identities of one page, policies decoded from the URL encoding that IAM answers in. */
export function identitiesOf(page: Page): readonly IamIdentity[] {
  return [
    ...list(page.UserDetailList).map(toUser),
    ...list(page.GroupDetailList).map(toGroup),
    ...list(page.RoleDetailList).map(toRole),
  ];
}

function toUser(user: UserDetail): IamIdentity {
  return {
    kind: 'user',
    name: text(user.UserName, 'UserDetailList.UserName'),
    ...common(user, user.UserPolicyList),
    groups: list(user.GroupList),
    permissionsBoundaryArn: user.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    trustPolicy: null,
    tags: tagsOf(user.Tags),
    lastUsed: null,
  };
}

function toGroup(group: GroupDetail): IamIdentity {
  return {
    kind: 'group',
    name: text(group.GroupName, 'GroupDetailList.GroupName'),
    ...common(group, group.GroupPolicyList),
    groups: [],
    permissionsBoundaryArn: null,
    trustPolicy: null,
    tags: {},
    lastUsed: null,
  };
}

function toRole(role: RoleDetail): IamIdentity {
  return {
    kind: 'role',
    name: text(role.RoleName, 'RoleDetailList.RoleName'),
    ...common(role, role.RolePolicyList),
    groups: [],
    permissionsBoundaryArn: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    trustPolicy:
      role.AssumeRolePolicyDocument === undefined ? null : decoded(role.AssumeRolePolicyDocument),
    tags: tagsOf(role.Tags),
    lastUsed: roleUse(role.RoleLastUsed),
  };
}

function roleUse(use: RoleDetail['RoleLastUsed']): RoleUse | null {
  const at = instant(use?.LastUsedDate);
  return at === null ? null : { at, region: use?.Region ?? null };
}

function tagsOf(tags: readonly Tag[] | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(list(tags).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
}

function common(
  detail: Pick<UserDetail, 'Arn' | 'Path' | 'CreateDate' | 'AttachedManagedPolicies'>,
  inline: readonly PolicyDetail[] | undefined,
) {
  return {
    arn: text(detail.Arn, 'Arn'),
    path: detail.Path ?? '/',
    createdAt: instant(detail.CreateDate),
    attachedPolicyArns: list(detail.AttachedManagedPolicies).flatMap(
      ({ PolicyArn }) => PolicyArn ?? [],
    ),
    inlinePolicies: list(inline).map((policy) => ({
      name: policy.PolicyName ?? '',
      document: decoded(required(policy.PolicyDocument, 'PolicyDocument')),
    })),
  };
}

/** A policy in its default version; none where AWS left that out. */
function toPolicy(policy: ManagedPolicyDetail): readonly IamPolicy[] {
  const current = list(policy.PolicyVersionList).find((version) => version.IsDefaultVersion);
  if (current?.Document === undefined) return [];
  return [
    {
      arn: text(policy.Arn, 'Policies.Arn'),
      name: policy.PolicyName ?? '',
      document: decoded(current.Document),
      versionId: current.VersionId ?? policy.DefaultVersionId ?? '',
    },
  ];
}

function decoded(document: string): string {
  return document.trimStart().startsWith('{') ? document : decodeURIComponent(document);
}

/** The ARN that a page begins with; no two pages begin alike. */
function firstArn(page: Page): string | undefined {
  const [first] = [
    ...list(page.UserDetailList),
    ...list(page.GroupDetailList),
    ...list(page.RoleDetailList),
    ...list(page.Policies),
  ];
  return first?.Arn;
}
