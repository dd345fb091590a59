import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../shared/access/catalogue/create-catalogue.ts';
import { explainCell } from '../../../../shared/access/explain/explain-cell.ts';
import {
  type AccessPrincipal,
  type AccessWorld,
  OPEN_CONTEXT,
} from '../../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../../shared/access/world/create-world.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { NOW, type Simulated, startSimulated } from '../scan/simulated.ts';
import { MANAGEMENT, PROD, type Read, readingOf } from './reading.ts';

const SANDBOX = '666677778888';
const SHARED_SERVICES = '888899990000';
const SONNET = 'anthropic.claude-sonnet-5-5';

/** What the world of one organisation rests on, read over the wire as a scan does. */
let simulated: Simulated;
let readings: readonly DatasetReading[];
let world: AccessWorld;

beforeAll(async () => {
  simulated = await startSimulated();
  readings = await readAll(readingOf(simulated));
  world = createAccessWorld(readings);
});
afterAll(() => simulated.close());

async function readAll(read: Read): Promise<readonly DatasetReading[]> {
  const all: DatasetReading[] = [await read('organization-policies')];
  for (const { accountId } of simulated.world.accounts) {
    all.push(
      await read('account-authorization', { accountId }),
      await read('api-keys', { accountId }),
      await read('organization', { accountId }),
      await read('foundation-models', { accountId }),
      await read('inference-profiles', { accountId }),
      await read('resource-policies', { accountId }),
    );
  }
  return all;
}

function named(accountId: string, name: string): AccessPrincipal {
  const found = world.principals.find((one) => one.accountId === accountId && one.name === name);
  if (found === undefined) throw new Error(`${name} is not in ${accountId}`);
  return found;
}

function counted(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Identities as IAM has them, groups left out. */
function identities() {
  return simulated.world.accounts.flatMap(({ authorization }) =>
    authorization.identities.filter(({ kind }) => kind !== 'group'),
  );
}

describe('the principals of the simulated organisation', () => {
  it('are those of IAM, by their kind', () => {
    const keyHolders = new Set(
      simulated.world.accounts.flatMap(({ accountId }) =>
        simulated.world.apiKeys(accountId).map(({ userName }) => `${accountId} ${userName}`),
      ),
    );
    const expected = identities().map(({ kind, arn, name, trustPolicy }) => {
      const accountId = arn.split(':')[4] ?? '';
      if (kind === 'user') return keyHolders.has(`${accountId} ${name}`) ? 'api-key-user' : 'user';
      if (arn.includes('role/aws-reserved/')) return 'identity-center';
      if (arn.includes('role/aws-service-role/')) return 'service-linked-role';
      return /"Principal":\{"Service"/.test(trustPolicy ?? '') ? 'service-role' : 'role';
    });
    const kinds = counted(world.principals.map(({ kind }) => kind));
    expect(kinds).toEqual(counted(expected));
    expect(world.principals.length).toBeGreaterThan(50);
    for (const kind of ['user', 'api-key-user', 'role', 'identity-center', 'service-role']) {
      expect(kinds[kind]).toBeGreaterThan(0);
    }
  });

  it('have every policy that IAM attaches to them, all of them read', () => {
    const expected = identities().reduce(
      (total, one) => total + one.attachedPolicyArns.length + one.inlinePolicies.length,
      0,
    );
    const placed = world.principals.flatMap(({ policies }) => policies.identity);
    expect(placed).toHaveLength(expected);
    expect(placed.filter(({ document }) => document === null)).toEqual([]);
    expect(placed.flatMap(({ policy }) => policy.problems)).toEqual([]);
    const bounded = identities().filter((one) => one.permissionsBoundaryArn !== null);
    const boundaries = world.principals.flatMap(({ policies }) => policies.boundary ?? []);
    expect(boundaries.map(({ id }) => id)).toEqual(
      bounded.map((one) => one.permissionsBoundaryArn),
    );
    expect(boundaries.length).toBeGreaterThan(0);
  });

  it('have the SCPs of every level; none in the management account and outside', () => {
    const scps = named(PROD, 'checkout-assistant').policies.scps;
    expect(scps?.map((level) => level.map(({ name, via }) => `${name}: ${via}`))).toEqual([
      ['FullAWSAccess: root'],
      ['FullAWSAccess: OU Workloads'],
      ['FullAWSAccess: OU Production', 'approved-providers: OU Production'],
      ['FullAWSAccess: account platform-prod'],
    ]);
    expect(named(MANAGEMENT, 'finops-reporter').policies.scps).toBeNull();
    expect(named(SANDBOX, 'hackathon-demo').policies.scps).toBeNull();
    expect(named(SANDBOX, 'hackathon-demo').keys).toMatchObject({ 'aws:PrincipalOrgID': [] });
    const rcps = world.resources.get(PROD)?.rcps?.flat();
    expect(rcps?.flatMap(({ policy }) => policy.problems)).toEqual([]);
    expect(rcps?.map(({ name }) => name)).toContain('models-inside-only');
  });

  it('leave nothing unread where nothing was denied', () => {
    expect(world.gaps).toEqual([]);
  });
});

describe('cells of the simulated organisation', () => {
  const cell = (principal: AccessPrincipal, of = world) =>
    explainCell({
      world: of,
      principal,
      catalogue: createCatalogue(readings),
      modelId: SONNET,
      region: null,
      operation: 'invoke',
      choice: OPEN_CONTEXT,
      at: NOW,
    });

  it('a role that must carry a guardrail', () => {
    const proof = cell(named(PROD, 'checkout-assistant'));
    expect(proof?.decision).toBe('conditional');
    expect(proof?.sentence).toContain('with guardrail arn:aws:bedrock:*:*:guardrail/*');
  });

  it('a Region-deny SCP that breaks a profile is named with its Region', () => {
    const proof = cell(named(SHARED_SERVICES, 'docs-assistant'));
    const route = proof?.routes.find(({ called }) => called === `us.${SONNET}`);
    expect(route?.decision).toBe('denied');
    expect(route?.reason).toMatch(
      /^destination us-east-2: denied by SCP region-guard \(OU Infrastructure\), statement DenyOtherRegions, /,
    );
  });

  it('is unknown for a member whose SCPs nobody could read, and the permission is named', async () => {
    simulated.account.faults.set('organizations:DescribePolicy', { kind: 'deny' });
    const denied = await readingOf(simulated)('organization-policies');
    simulated.account.faults.clear();
    const others = readings.filter(({ dataset }) => dataset !== 'organization-policies');
    const partial = createAccessWorld([...others, denied]);
    const role = partial.principals.find(({ name }) => name === 'support-summarizer');
    if (role === undefined) throw new Error('nobody');
    const proof = cell(role, partial);
    expect(proof?.decision).toBe('unknown');
    expect(proof?.sentence).toContain('organizations:DescribePolicy was denied');
    expect(partial.gaps).toContainEqual(
      expect.objectContaining({
        dataset: 'organization-policies',
        action: 'organizations:DescribePolicy',
        consequence: 'What SCP approved-providers says is not known.',
      }),
    );
  });
});
