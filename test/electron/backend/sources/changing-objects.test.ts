import { afterEach, expect, it } from 'vitest';
import type { Clients } from '../../../../electron/backend/aws/clients.ts';
import type { WorldObject } from '../../../../electron/backend/demo/world/world.ts';
import { readLogBucket } from '../../../../electron/backend/sources/s3-logs.ts';
import {
  createSmallWorld,
  readerArn,
  SMALL_ACCOUNT,
} from '../../../helpers/small-world/small-world.ts';
import { type Simulated, startSimulated } from '../scan/simulated.ts';
import { TODAY, trailFile } from './log-objects.ts';
import { openSourceSetup, REGION, type SourceSetup } from './source-setup.ts';

const before = trailFile(SMALL_ACCOUNT, '2026-11-18');
const beside = trailFile(SMALL_ACCOUNT, '2026-11-17');
/** The same key with other events in it. */
const after: WorldObject = {
  ...trailFile(SMALL_ACCOUNT, '2026-11-19'),
  key: before.key,
  lastModified: `${TODAY}T11:30:00Z`,
};

const open: (Simulated | SourceSetup)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A bucket that is listed as it was, and read as it has become. */
async function changing(was: readonly WorldObject[], is: readonly WorldObject[]) {
  const setup = await openSourceSetup({ objects: objectsOf(was) });
  const later = await startSimulated(createSmallWorld({ objects: objectsOf(is) }));
  open.push(setup, later);
  const connection = { ...later.connectionOf(SMALL_ACCOUNT), roleArn: readerArn(SMALL_ACCOUNT) };
  const now = later.connect(connection);
  const clients: Clients = {
    ...setup.target.clients,
    s3: async (region) => {
      const [listed, read] = await Promise.all([setup.target.clients.s3(region), now.s3(region)]);
      return Object.create(listed, { getObject: { value: read.getObject.bind(read) } });
    },
  };
  return { setup, scan: () => scan(setup, clients), next: () => scan(setup, now), later };
}

function objectsOf(objects: readonly WorldObject[]) {
  const sorted = [...objects].sort((a, b) => (a.key < b.key ? -1 : 1));
  return (bucket: string, prefix: string) =>
    bucket === 'small-logs' ? sorted.filter(({ key }) => key.startsWith(prefix)) : [];
}

async function scan(setup: SourceSetup, clients: Clients) {
  const { readings } = await readLogBucket({
    tools: setup.tools(),
    bucket: {
      bucket: 'small-logs',
      prefix: 'org/',
      region: REGION,
      accountIds: [SMALL_ACCOUNT],
      logs: [{ kind: 'cloudtrail', accountId: SMALL_ACCOUNT, region: REGION }],
    },
    candidates: [{ accountId: SMALL_ACCOUNT, clients }],
    onProgress: () => undefined,
  });
  const { rows } = await setup.store.query('SELECT event_id FROM events ORDER BY 1', 10);
  return { outcome: readings[0]?.outcome, ids: rows.map(([id]) => String(id).slice(13)) };
}

const got = ({ requests }: Simulated) =>
  requests.filter((one) => one === 's3:GetObject 200').length;

it('an object replaced between list and get is told as the version that was read', async () => {
  const { scan: first, next, later, setup } = await changing([before], [after]);
  expect(await first()).toEqual({
    outcome: { status: 'collected' },
    ids: ['2026-11-19-0', '2026-11-19-1'],
  });
  const raw = await setup.store.rawRecord(`${SMALL_ACCOUNT}-2026-11-19-0`);
  expect(raw).toMatchObject({ record: { eventID: `${SMALL_ACCOUNT}-2026-11-19-0` } });
  expect(got(later)).toBe(1);
  await next();
  expect(got(later)).toBe(1);
});

it('an object deleted between list and get is named, and the next scan is whole', async () => {
  const { scan: first, next } = await changing([before, beside], [beside]);
  const { outcome, ids } = await first();
  expect(outcome).toMatchObject({ status: 'failed' });
  expect(outcome).toHaveProperty('reason', expect.stringContaining(before.key));
  expect(outcome).toHaveProperty('reason', expect.stringMatching(/^One file could not be read/));
  expect(ids).toEqual(['2026-11-17-0', '2026-11-17-1']);
  expect(await next()).toEqual({ outcome: { status: 'collected' }, ids });
});
