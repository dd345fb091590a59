import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../../../../electron/backend/demo/world/world.ts';
import type { ScanOptions } from '../../../../electron/backend/scan/run-scan.ts';
import type { Connection, JobStep } from '../../../../shared/api/answers.ts';
import { worldAt } from '../../../helpers/world-at.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';
import { NOW, SETTINGS } from './simulated.ts';

const MANAGEMENT = '111122223333';
const PLATFORM = '222233334444';
const REFUSED = '555566667777';
const CLOSED = '999911112222';
const SANDBOX = '666677778888';
const PATTERN = 'arn:aws:iam::{account}:role/AssayReader';
const MEMBERS = [
  MANAGEMENT,
  PLATFORM,
  '333344445555',
  '444455556666',
  REFUSED,
  '777788889999',
  '888899990000',
];
const READ = MEMBERS.filter((accountId) => accountId !== REFUSED);

const whole = worldAt(NOW);

/** One account forgot to make the role. */
const world: World = {
  ...whole,
  assumeRole: (caller, roleArn, name) =>
    roleArn.includes(REFUSED) ? null : whole.assumeRole(caller, roleArn, name),
};

let setup: ScanSetup;
beforeAll(async () => {
  setup = await openScanSetup(world);
});
afterAll(() => setup.close());

/** Nothing but who is who: the scan of the sources is tested elsewhere. */
const NOTHING = { ...SETTINGS, sources: [] };

function organization(change: Partial<Connection> = {}): Connection {
  return {
    id: 'organisation',
    label: 'acme',
    profile: null,
    roleArn: null,
    regions: ['us-east-1', 'eu-west-1'],
    endpointUrl: setup.simulated.account.endpoint,
    accountId: null,
    organization: { rolePattern: PATTERN, accounts: [] },
    ...change,
  };
}

async function scan(connections: readonly Connection[], change: Partial<ScanOptions> = {}) {
  const before = setup.simulated.requests.length;
  const steps: JobStep[][] = [];
  const ended = await setup.scan({
    connections,
    settings: NOTHING,
    onProgress: (now) => steps.push([...now]),
    ...change,
  });
  const requests = setup.simulated.requests.slice(before);
  const rows = new Map(
    ended.sources
      .filter(({ source }) => source === 'organization-accounts')
      .map((reading) => [reading.accountId, reading]),
  );
  return { ...ended, rows, requests, identity: ended.steps.find(({ id }) => id === 'identity') };
}

describe('a connection with a role pattern', () => {
  it('reads every active account, one refused or closed account stops none', async () => {
    const { rows, members, state, identity, accountIds } = await scan([organization()]);
    expect([...rows.keys()].sort()).toEqual([...MEMBERS, CLOSED].sort());
    for (const accountId of READ) {
      expect(rows.get(accountId)?.outcome).toEqual({ status: 'collected' });
    }
    const role = `arn:aws:iam::${REFUSED}:role/AssayReader`;
    expect(rows.get(REFUSED)?.outcome).toMatchObject({
      status: 'denied',
      action: 'sts:AssumeRole',
      reason: expect.stringContaining(`The role ${role} of the account support-eu (${REFUSED})`),
    });
    expect(rows.get(CLOSED)?.outcome).toEqual({
      status: 'unavailable',
      reason: `The account legacy-web (${CLOSED}) is SUSPENDED; AWS lets nobody in.`,
    });
    expect({ state, step: identity?.state }).toEqual({ state: 'partial', step: 'partial' });
    expect(identity?.note).toContain(role);
    expect(members.get('organisation')?.map(({ accountId }) => accountId)).toEqual(MEMBERS);
    expect([...accountIds]).toEqual([['organisation', MANAGEMENT]]);
  });

  it('counts the accounts that are read, of those that are active, and names the others', async () => {
    const { identity } = await scan([organization()]);
    expect({ done: identity?.done, total: identity?.total }).toEqual({ done: 6, total: 7 });
    expect(identity?.note).toMatch(/ 1 closed$/);
  });

  it('joins the configuration of all of them into one view', async () => {
    const settings = { ...SETTINGS, sources: ['configuration' as const] };
    const { datasets } = await scan([organization()], { settings });
    const profiles = datasets.filter(({ dataset }) => dataset === 'inference-profiles');
    expect(profiles.map(({ accountId, region }) => `${accountId} ${region}`).sort()).toEqual(
      READ.flatMap((id) => ['eu-west-1', 'us-east-1'].map((region) => `${id} ${region}`)).sort(),
    );
    expect(profiles.every(({ outcome }) => outcome.status === 'collected')).toBe(true);
    const stored = await setup.store.latestSnapshot();
    const platform = stored?.readings.find(
      ({ dataset, accountId, region }) =>
        dataset === 'inference-profiles' && accountId === PLATFORM && region === 'us-east-1',
    );
    expect(platform?.items).toEqual(
      expect.arrayContaining(
        world
          .inferenceProfiles(PLATFORM, 'us-east-1')
          .map(({ profileId }) => expect.objectContaining({ profileId })),
      ),
    );
  }, 60_000);

  it('reads an account that has a connection of its own through that, and once', async () => {
    const own = { ...setup.simulated.connectionOf(PLATFORM), id: 'own', regions: ['us-west-2'] };
    const settings = { ...SETTINGS, sources: ['configuration' as const] };
    const { datasets, requests, rows } = await scan([organization(), own], { settings });
    expect(rows.get(PLATFORM)?.outcome).toEqual({ status: 'collected' });
    const assumed = requests.filter((request) => request.startsWith('sts:AssumeRole 200'));
    expect(assumed).toHaveLength(READ.length - 1);
    const read = datasets.filter(
      ({ accountId, dataset }) => accountId === PLATFORM && dataset === 'guardrails',
    );
    expect(read.map(({ region }) => region).sort()).toEqual([
      'eu-west-1',
      'us-east-1',
      'us-west-2',
    ]);
    const whole = datasets.filter(
      ({ accountId, dataset }) => accountId === PLATFORM && dataset === 'api-keys',
    );
    expect(whole).toHaveLength(1);
  }, 60_000);

  it('reads the accounts of two connections to one organisation once', async () => {
    const twice = [organization(), organization({ id: 'again', regions: ['us-east-1'] })];
    const { requests, members } = await scan(twice);
    expect(requests.filter((request) => request === 'sts:AssumeRole 200')).toHaveLength(
      READ.length - 1,
    );
    expect(members.get('again')).toEqual(members.get('organisation'));
  });

  it('goes on with its own account where it may not list the others, and says what is missing', async () => {
    setup.simulated.account.faults.set('organizations:ListAccounts', { kind: 'deny' });
    try {
      const { rows, members, identity } = await scan([organization()]);
      expect([...rows.keys()]).toEqual([MANAGEMENT]);
      expect(rows.get(MANAGEMENT)?.outcome).toMatchObject({
        status: 'denied',
        action: 'organizations:ListAccounts',
        reason: expect.stringMatching(/management account .* delegated administrators/),
      });
      expect(members.size).toBe(0);
      expect(identity?.state).toBe('partial');
    } finally {
      setup.simulated.account.faults.clear();
    }
  });

  it('outside of an organisation reads its own account', async () => {
    const role = setup.simulated.connectionOf(SANDBOX).roleArn;
    const { rows, accountIds } = await scan([organization({ roleArn: role })]);
    expect(accountIds.get('organisation')).toBe(SANDBOX);
    expect(rows.get(SANDBOX)?.outcome).toEqual({
      status: 'unavailable',
      reason: 'The account is not a member of an organisation.',
    });
  });

  it('ends at once when it is cancelled, and keeps no account half open', async () => {
    const controller = new AbortController();
    const onProgress = (steps: readonly JobStep[]) => {
      if ((steps[0]?.done ?? 0) > 2) controller.abort();
    };
    const opened = new Set<string>();
    const closed = new Set<string>();
    const connect: ScanOptions['connect'] = (connection) => {
      const clients = setup.simulated.connect(connection);
      return {
        ...clients,
        assume: (member) => {
          opened.add(member.id);
          const assumed = clients.assume(member);
          return { ...assumed, close: () => void closed.add(member.id) };
        },
      };
    };
    const ended = scan([organization()], { signal: controller.signal, onProgress, connect });
    await expect(ended).rejects.toMatchObject({ code: 'cancelled' });
    expect(opened.size).toBeGreaterThan(0);
    expect(closed).toEqual(opened);
  });
});
