import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectedDatasets, collectors } from '../../../../electron/backend/collectors/index.ts';
import { metricPlans } from '../../../../electron/backend/sources/metrics/metric-plans.ts';
import type { JobStep } from '../../../../shared/api/answers.ts';
import type {
  CollectedDatasetId,
  DatasetId,
  DatasetReading,
} from '../../../../shared/model/dataset.ts';
import { isCollected } from '../../../../shared/model/dataset-ids.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts';
import { createLightWorld } from '../../../helpers/small-world/light-world.ts';
import { SMALL_ACCOUNT, SMALL_KEY } from '../../../helpers/small-world/small-world.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';

/** A role that nobody can assume. */
const NOBODY = 'arn:aws:iam::111111111111:role/Nobody';

let setup: ScanSetup;

beforeEach(async () => {
  setup = await openScanSetup(createLightWorld());
});
afterEach(() => setup.close());

/** How often the datasets are read in two accounts of two Regions. */
const WIDE = collectedDatasets.filter((id) => collectors[id].scope === 'account').length;
const READINGS = 2 * (WIDE + 2 * (collectedDatasets.length - WIDE));

/** The actions without which a dataset cannot be read: its own and those of what it follows. */
function actionsOf(dataset: DatasetId): readonly string[] {
  if (!isCollected(dataset)) return [];
  const { iamActions, follows = [] } = collectors[dataset];
  return [...iamActions, ...follows.flatMap((followed: CollectedDatasetId) => actionsOf(followed))];
}

/** The datasets that say where logs lie. */
const LOG_NAMERS: readonly CollectedDatasetId[] = ['trails', 'invocation-logging'];

describe('a scan that is denied everything except who it is', () => {
  it('finishes, and every reading names the action to grant', async () => {
    setup.simulated.account.faults.denyAll();
    const { state, datasets, sources, steps } = await setup.scan({});
    expect(state).toBe('partial');
    expect(datasets).toHaveLength(READINGS);
    expect(new Set(datasets.map(({ dataset }) => dataset))).toEqual(new Set(collectedDatasets));
    for (const { dataset, outcome } of datasets) {
      expect(outcome, dataset).toMatchObject({ status: 'denied' });
      expect(actionsOf(dataset)).toContain(outcome.status === 'denied' ? outcome.action : null);
    }
    expect(new Set(sources.map(({ source }) => source))).toEqual(
      new Set([
        'cloudtrail-logs',
        'invocation-logs',
        'lookup-events',
        ...metricPlans.map(({ id }) => id),
        'data-exports',
        'cost-explorer',
        'price-list',
      ]),
    );
    for (const { source, outcome, actions } of sources) {
      expect(outcome, source).toMatchObject({ status: 'denied' });
      const named = source.endsWith('-logs') ? LOG_NAMERS.flatMap(actionsOf) : [];
      expect([...actions, ...named]).toContain(outcome.status === 'denied' ? outcome.action : null);
    }
    expect(steps.find(({ id }) => id === 'configuration')).toMatchObject({
      state: 'failed',
      note: `${READINGS} denied`,
    });
  });

  it('leaves readings in the store for the rules to say unknown', async () => {
    setup.simulated.account.faults.denyAll();
    const { datasets, sources } = await setup.scan({});
    const snapshot = await setup.store.latestSnapshot();
    const inOrder = (readings: readonly object[]) => readings.map((r) => JSON.stringify(r)).sort();
    expect(inOrder(outcomesOf(snapshot?.readings ?? []))).toEqual(inOrder(outcomesOf(datasets)));
    const stored = await setup.store.latestSourceReadings();
    expect(stored).toHaveLength(sources.length);
  });
});

function outcomesOf(readings: readonly Omit<DatasetReading, 'items'>[]) {
  return readings.map(({ dataset, accountId, region, outcome }) => ({
    dataset,
    accountId,
    region,
    outcome,
  }));
}

describe('the clients of a scan', () => {
  it.each(['done', 'cancelled'])('are closed when it is %s', async (end) => {
    const opened: string[] = [];
    const open = new Set<string>();
    const abort = new AbortController();
    if (end === 'cancelled') abort.abort();
    const scanning = setup.scan({
      signal: abort.signal,
      connect: (connection) => {
        const clients = setup.simulated.connect(connection);
        opened.push(connection.id);
        open.add(connection.id);
        const close = () => {
          open.delete(connection.id);
          clients.close();
        };
        return { ...clients, close };
      },
    });
    const thrown = await scanning.then(
      () => null,
      (error: unknown) => error,
    );
    if (end === 'cancelled') expect(thrown).toMatchObject({ code: 'cancelled' });
    else expect(thrown).toBeNull();
    expect(opened).toEqual(setup.connections.map(({ id }) => id));
    expect([...open]).toEqual([]);
  });
});

describe('one bad account, Region or connection', () => {
  it('a partial denial is the outcome of that dataset alone', async () => {
    const { datasets } = await setup.scan({});
    const denied = datasets.filter(({ outcome }) => outcome.status === 'denied');
    const refused = denied.flatMap(({ outcome }) =>
      outcome.status === 'denied' ? outcome.action.split(':')[0] : [],
    );
    expect(denied.map(({ dataset }) => dataset)).toContain('account-authorization');
    expect(new Set(refused)).toEqual(new Set(['iam']));
    const gaps = datasets
      .filter(({ dataset, outcome }) => dataset === 'guardrails' && outcome.status === 'collected')
      .flatMap((reading) => reading.gaps ?? []);
    expect(gaps).toMatchObject([{ of: 'bedrock:GetGuardrail', outcome: { status: 'denied' } }]);
  });

  it('a Region that is not enabled is unavailable and sinks nothing', async () => {
    const [connection] = setup.connections;
    if (connection === undefined) throw new Error('no connection');
    const regions = ['me-south-1', 'us-east-1'];
    const { datasets } = await setup.scan({ connections: [{ ...connection, regions }] });
    const statuses = new Map(
      datasets.map((one) => [`${one.dataset} ${one.region}`, one.outcome.status]),
    );
    expect(statuses.get('trails me-south-1')).toBe('unavailable');
    expect(statuses.get('trails us-east-1')).toBe('collected');
    expect(statuses.get('account-authorization global')).toBe('collected');
  });

  it('a connection that is refused is named and the others are read', async () => {
    const [good] = setup.connections;
    if (good === undefined) throw new Error('no connection');
    const bad = { ...good, id: 'bad', label: 'Old key', roleArn: NOBODY };
    const { refused, datasets, steps } = await setup.scan({ connections: [bad, good] });
    expect(refused.map(({ connection }) => connection.id)).toEqual(['bad']);
    expect(steps[0]).toMatchObject({ state: 'partial', note: expect.stringMatching(/^Old key: /) });
    expect(datasets.length).toBeGreaterThan(0);
  });

  it('a scan of refused connections alone fails with what to do', async () => {
    const [good] = setup.connections;
    if (good === undefined) throw new Error('no connection');
    const bad = { ...good, roleArn: NOBODY };
    await expect(setup.scan({ connections: [bad] })).rejects.toMatchObject({ name: 'AppError' });
    await expect(setup.scan({ connections: [] })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('two connections of one account are read once, in the Regions of both', async () => {
    const [first] = setup.connections;
    if (first === undefined) throw new Error('no connection');
    const one = { ...first, id: 'one', regions: ['us-east-1'] };
    const two = { ...first, id: 'two', regions: ['us-east-1', 'eu-west-1'] };
    const { datasets, accountIds } = await setup.scan({ connections: [one, two] });
    expect([...accountIds]).toEqual([
      ['one', SMALL_ACCOUNT],
      ['two', SMALL_ACCOUNT],
    ]);
    expect(datasets).toHaveLength(collectedDatasets.length * 2 - WIDE);
  });
});

describe('a scan that is cancelled', () => {
  it.each(['identity', 'configuration', 's3-logs', 'lookup-events', 'bill'])(
    'in %s stops, keeps what it has, and can be run again',
    async (step) => {
      const abort = new AbortController();
      const stop = (steps: readonly JobStep[]) => {
        if (steps.some(({ id, state }) => id === step && state === 'running')) abort.abort();
      };
      await expect(setup.scan({ signal: abort.signal, onProgress: stop })).rejects.toMatchObject({
        code: 'cancelled',
      });
      const { datasets } = await setup.scan({});
      expect(datasets).toHaveLength(READINGS);
    },
  );
});

describe('what a scan tells and keeps', () => {
  it('tells its steps in order, with counts', async () => {
    const seen: (readonly JobStep[])[] = [];
    await setup.scan({ onProgress: (steps) => seen.push(steps) });
    expect(seen[0]?.map(({ id, state }) => [id, state])).toEqual([
      ['identity', 'waiting'],
      ['configuration', 'waiting'],
      ['s3-logs', 'waiting'],
      ['lookup-events', 'waiting'],
      ['metrics', 'waiting'],
      ['bill', 'waiting'],
      ['prices', 'waiting'],
    ]);
    expect(seen.at(-1)?.[1]).toMatchObject({ done: READINGS, total: READINGS, state: 'partial' });
  });

  it('does not read the event history when that is switched off', async () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      sources: DEFAULT_SETTINGS.sources.filter((kind) => kind !== 'events'),
    };
    const { sources, steps, scanId } = await setup.scan({ settings });
    expect(sources.some(({ source }) => source === 'lookup-events')).toBe(false);
    expect(steps[3]).toMatchObject({ state: 'done', note: 'Not among the sources to read.' });
    expect(setup.requestsOf(scanId).join()).not.toContain('LookupEvents');
  });

  it('stores no credential', async () => {
    await setup.scan({});
    const stored = JSON.stringify([
      await setup.store.latestSnapshot(),
      await setup.store.latestSourceReadings(),
      await setup.store.watching('2026-11'),
    ]);
    expect(stored.length).toBeGreaterThan(1_000);
    expect(stored).not.toContain(SMALL_KEY.secretAccessKey);
    expect(stored).not.toContain(SMALL_KEY.accessKeyId);
    expect(stored).not.toContain('ASIASMALL');
  });
});
