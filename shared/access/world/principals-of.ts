import type { UnreadPolicy } from '../../model/access.ts';
import type { AccountAuthorization, IamIdentity, IamPolicy } from '../../model/dataset.ts';
import { principalName } from '../../model/principal.ts';
import type { PolicyType } from '../evaluate/request.ts';
import type { AccessPrincipal, PlacedPolicy } from './access-world.ts';
import type { ContextKeys } from './context-keys.ts';
import type { Layers } from './organization-layers.ts';
import type { PolicyShelf } from './policy-shelf.ts';
import { NO_SERVICE_KEYS, principalTagKeys } from './principal-keys.ts';
import { kindOfPrincipal } from './principal-kind.ts';

/** What bears on every principal of one account. */
export interface AccountFacts {
  readonly accountId: string;
  readonly shelf: PolicyShelf;
  /** Names of users that hold a Bedrock API key, as far as known. */
  readonly keyHolders: ReadonlySet<string>;
  readonly scps: Layers;
  /** What conditions can tell of the account as that of a principal. */
  readonly keys: ContextKeys;
}

interface Shelved extends AccountFacts {
  readonly managed: ReadonlyMap<string, IamPolicy>;
  readonly groups: ReadonlyMap<string, readonly PlacedPolicy[]>;
}

/** The users and roles of an account, with every policy that bears on them. */
export function principalsOf(
  { identities, policies }: AccountAuthorization,
  facts: AccountFacts,
): readonly AccessPrincipal[] {
  const managed = new Map(policies.map((policy) => [policy.arn, policy] as const));
  const alone = { ...facts, managed, groups: new Map() };
  const groups = new Map(
    identities
      .filter(({ kind }) => kind === 'group')
      .map((group) => [group.name, ownPolicies(alone, group)] as const),
  );
  const shelved = { ...facts, managed, groups };
  return identities
    .filter(({ kind }) => kind !== 'group')
    .map((identity) => principalOf(shelved, identity));
}

function principalOf(shelved: Shelved, identity: IamIdentity): AccessPrincipal {
  const { accountId, shelf, keyHolders, scps, keys } = shelved;
  const { arn, name, path, createdAt, tags } = identity;
  const trust = identity.trustPolicy === null ? null : shelf.read(identity.trustPolicy);
  const holdsKey = keyHolders.has(name);
  return {
    arn,
    accountId,
    name: principalName(name),
    kind: kindOfPrincipal(identity, { trust, holdsKey }),
    path,
    createdAt,
    tags,
    policies: {
      identity: [
        ...ownPolicies(shelved, identity),
        ...identity.groups.flatMap((group) => groupPolicies(shelved, group)),
      ],
      boundary: boundaryOf(shelved, identity),
      session: null,
      scps,
      rcps: null,
      resource: null,
    },
    keys: { ...keys, ...NO_SERVICE_KEYS, ...principalTagKeys(identity, trust) },
  };
}

/** Inline and attached policies of an identity itself. */
function ownPolicies(
  shelved: Shelved,
  { kind, name: owner, arn, inlinePolicies, attachedPolicyArns }: IamIdentity,
): readonly PlacedPolicy[] {
  const group = kind === 'group' ? `group ${owner}` : null;
  const inline = inlinePolicies.map(({ name, document }) => {
    const id = `${arn} inline ${name}`;
    return shelved.shelf.place({ type: 'identity', id, name, via: group ?? 'inline' }, document);
  });
  const attached = attachedPolicyArns.map((policyArn) =>
    managedPolicy(shelved, policyArn, { type: 'identity', via: group ?? 'attached' }),
  );
  return [...inline, ...attached];
}

function groupPolicies(
  { accountId, groups, shelf }: Shelved,
  name: string,
): readonly PlacedPolicy[] {
  const known = groups.get(name);
  if (known !== undefined) return known;
  const id = `${accountId} group ${name}`;
  const place = { type: 'identity', id, name, via: `group ${name}` } as const;
  return [shelf.unread(place, leftOut(accountId, 'the group'))];
}

function boundaryOf(shelved: Shelved, identity: IamIdentity): PlacedPolicy | null {
  const arn = identity.permissionsBoundaryArn;
  return arn === null ? null : managedPolicy(shelved, arn, { type: 'boundary', via: 'boundary' });
}

/** What IAM's own answer lacks, which no grant would add. */
function leftOut(accountId: string, what: string): UnreadPolicy {
  const reason = `iam:GetAccountAuthorizationDetails did not answer with ${what}.`;
  return { dataset: 'account-authorization', accountId, outcome: { status: 'failed', reason } };
}

function managedPolicy(
  { accountId, managed, shelf }: Shelved,
  arn: string,
  { type, via }: { readonly type: PolicyType; readonly via: string },
): PlacedPolicy {
  const found = managed.get(arn);
  const name = found?.name ?? arn.slice(arn.lastIndexOf('/') + 1);
  const place = { type, id: arn, name, via };
  return found === undefined
    ? shelf.unread(place, leftOut(accountId, 'the document'))
    : shelf.place(place, found.document);
}
