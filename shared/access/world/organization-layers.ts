import type { UnreadPolicy } from '../../model/access.ts';
import type {
  DatasetReading,
  OrganizationPolicy,
  OrganizationPolicyType,
  ReadOutcome,
} from '../../model/dataset.ts';
import type { AccessGap, PlacedPolicy } from './access-world.ts';
import type { OrganizationNode, Organizations } from './organization-place.ts';
import type { PolicyShelf } from './policy-shelf.ts';
import { gapOf, readingsOf, unreadOf } from './world-readings.ts';

/** One list of policies for each level from the root to the account; null where none have effect. */
export type Layers = readonly (readonly PlacedPolicy[])[] | null;

/** The policies of organisations, by the account that they bear on. */
export interface OrganizationLayers {
  scpsOf(accountId: string): Layers;
  rcpsOf(accountId: string): Layers;
  /** What was not read of them, and met while they were asked for. */
  gaps(): readonly AccessGap[];
}

type ControlPolicyType = Exclude<OrganizationPolicyType, 'BEDROCK_POLICY'>;

const KINDS = {
  SERVICE_CONTROL_POLICY: { type: 'scp', word: 'SCP' },
  RESOURCE_CONTROL_POLICY: { type: 'rcp', word: 'RCP' },
} as const satisfies Record<ControlPolicyType, { readonly type: string; readonly word: string }>;

/**
 * What AWS's own policies say, which nobody can change. (AWS Organizations User Guide, "SCP
 * evaluation" and "RCP evaluation".)
 */
const AWS_OWN: Readonly<Record<string, string>> = {
  'p-FullAWSAccess': documentOf({ Effect: 'Allow', Action: '*', Resource: '*' }),
  'p-RCPFullAWSAccess': documentOf({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
};

interface Sources {
  readonly readings: readonly DatasetReading[];
  readonly organizations: Organizations;
  readonly shelf: PolicyShelf;
}

interface Making extends Sources {
  /** By the account that they were read in. */
  readonly policies: readonly DatasetReading<'organization-policies'>[];
  readonly gaps: Map<string, AccessGap>;
  /** Levels that were made already, since accounts share the units above them. */
  readonly levels: Map<string, readonly PlacedPolicy[]>;
}

/** SCPs and RCPs along the tree of the organisation that each account is in. */
export function createOrganizationLayers(sources: Sources): OrganizationLayers {
  const making: Making = {
    ...sources,
    policies: readingsOf(sources.readings, 'organization-policies'),
    gaps: new Map(),
    levels: new Map(),
  };
  return {
    scpsOf: (accountId) => layersOf(making, accountId, 'SERVICE_CONTROL_POLICY'),
    rcpsOf: (accountId) => layersOf(making, accountId, 'RESOURCE_CONTROL_POLICY'),
    gaps: () => [...making.gaps.values()],
  };
}

/**
 * Neither SCPs nor RCPs have an effect in the management account, in an organisation with
 * consolidated billing alone, or where their type is not enabled at the root. (AWS Organizations
 * User Guide, "Service control policies" and "Resource control policies".)
 */
function layersOf(making: Making, accountId: string, of: ControlPolicyType): Layers {
  const place = making.organizations.placeOf(accountId);
  if (place.kind === 'outside') return null;
  if (place.kind === 'unknown') return notTold(making, { accountId, of }, place.outcome);
  const { organization, path } = place;
  if (organization.managementAccountId === accountId) return null;
  if (organization.featureSet === 'CONSOLIDATED_BILLING') return null;
  if (!path.read) return notTold(making, { accountId, of }, path.outcome);
  if (path.value[0]?.policyTypes.includes(of) !== true) return null;
  const reading = readIn(making, organization.organizationId);
  const listed = reading.items.filter(({ type }) => type === of);
  if (listed.length === 0) return notListed(making, { accountId, of }, reading);
  const owner = reading.accountId;
  return path.value.map((node) => levelAt(making, { node, of, listed, owner }));
}

interface Asked {
  readonly accountId: string;
  readonly of: ControlPolicyType;
}

type PolicyReading = Pick<
  DatasetReading<'organization-policies'>,
  'accountId' | 'outcome' | 'items' | 'gaps'
>;

/** The reading of the policies of an organisation, by whichever account was told them. */
function readIn(making: Making, organizationId: string): PolicyReading {
  const within = making.policies.filter(({ accountId }) => {
    const place = making.organizations.placeOf(accountId);
    return place.kind === 'member' && place.organization.organizationId === organizationId;
  });
  const rank = ({ outcome }: PolicyReading) => RANKS.indexOf(outcome.status);
  const [best] = [...within].sort((left, right) => rank(left) - rank(right));
  const reason = 'The policies of the organisation were not asked for.';
  return best ?? { accountId: '', outcome: { status: 'failed', reason }, items: [] };
}

/** A refusal of the management account tells more than that a member is not told. */
const RANKS: readonly ReadOutcome['status'][] = ['collected', 'denied', 'failed', 'unavailable'];

/** Where the type is enabled there is at least AWS's own policy, so an empty list was not read. */
function notListed(making: Making, { accountId, of }: Asked, reading: PolicyReading): Layers {
  const gap = reading.gaps?.find((one) => one.of === 'organizations:ListPolicies');
  const outcome = gap?.outcome ?? reading.outcome;
  const place = {
    dataset: 'organization-policies',
    accountId: reading.accountId || accountId,
    region: 'global',
    consequence: `Which ${KINDS[of].word}s there are is not known.`,
  } as const;
  note(making, gapOf(place, outcome));
  return [[unreadLayer(making, { accountId, of }, { ...place, outcome })]];
}

function notTold(making: Making, asked: Asked, outcome: ReadOutcome): Layers {
  const { accountId } = asked;
  const consequence = `Which SCPs and RCPs bear on account ${accountId} is not known.`;
  const place = { dataset: 'organization', accountId, region: 'global', consequence } as const;
  note(making, gapOf(place, outcome));
  return [[unreadLayer(making, asked, { ...place, outcome })]];
}

interface UnreadFrom extends Omit<UnreadPolicy, 'outcome'> {
  readonly outcome: ReadOutcome;
}

function unreadLayer({ shelf }: Making, { accountId, of }: Asked, from: UnreadFrom): PlacedPolicy {
  const { type, word } = KINDS[of];
  const id = `${word}s of account ${accountId}`;
  const place = { type, id, name: id, via: 'organisation' };
  const { dataset, accountId: asked, outcome } = from;
  return shelf.unread(place, { dataset, accountId: asked, outcome: unreadOf(outcome) });
}

interface LevelAsked {
  readonly node: OrganizationNode;
  readonly of: ControlPolicyType;
  readonly listed: readonly OrganizationPolicy[];
  /** The account that was told them. */
  readonly owner: string;
}

function levelAt(making: Making, asked: LevelAsked): readonly PlacedPolicy[] {
  const key = `${asked.of} ${asked.node.id}`;
  const known = making.levels.get(key);
  if (known !== undefined) return known;
  const level = asked.listed.flatMap((policy) => attachedAt(making, asked, policy));
  making.levels.set(key, level);
  return level;
}

function attachedAt(
  making: Making,
  { node, of, owner }: LevelAsked,
  { policyId, arn, name, content, targets }: OrganizationPolicy,
): readonly PlacedPolicy[] {
  const { type, word } = KINDS[of];
  const gapIn = (consequence: string, outcome: ReadOutcome) =>
    note(
      making,
      gapOf(
        { dataset: 'organization-policies', accountId: owner, region: 'global', consequence },
        outcome,
      ),
    );
  const asked = { dataset: 'organization-policies', accountId: owner } as const;
  if (!targets.read) {
    gapIn(`Where ${word} ${name} is attached is not known.`, targets.outcome);
    const place = { type, id: arn, name, via: `perhaps ${node.label}` };
    return [making.shelf.unread(place, { ...asked, outcome: targets.outcome })];
  }
  if (!targets.value.some(({ targetId }) => targetId === node.id)) return [];
  const place = { type, id: arn, name, via: node.label };
  const text = content.read ? content.value : AWS_OWN[policyId];
  if (text !== undefined) return [making.shelf.place(place, text)];
  if (content.read) return [];
  gapIn(`What ${word} ${name} says is not known.`, content.outcome);
  return [making.shelf.unread(place, { ...asked, outcome: content.outcome })];
}

function note({ gaps }: Making, gap: AccessGap): void {
  gaps.set(`${gap.accountId} ${gap.consequence}`, gap);
}

function documentOf(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
