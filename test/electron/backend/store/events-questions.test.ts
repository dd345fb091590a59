import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EventFilter } from '../../../../electron/backend/store/questions/questions.ts';
import type { Store } from '../../../../electron/backend/store/store.ts';
import { event, ingest, records, withStore, writeLog } from './store-case.ts';

const PERIOD = { from: '2026-10-01', to: '2026-11-01' };

async function fill(store: Store, folder: string): Promise<void> {
  const content = records(
    event('e1', { eventTime: '2026-10-02T00:00:00Z' }),
    event('e2', { eventTime: '2026-10-02T01:00:00Z', errorCode: 'AccessDenied' }),
    event('e3', {
      eventTime: '2026-10-31T23:59:59Z',
      awsRegion: 'us-east-1',
      sourceIPAddress: '198.51.100.9',
    }),
    event('e4', { eventTime: '2026-11-01T00:00:00Z' }),
    event('e5', {
      eventTime: '2026-10-03T00:00:00Z',
      eventName: 'ListGuardrails',
      requestParameters: null,
    }),
  );
  await ingest(store, [await writeLog(join(folder, 'a.json'), content)]);
}

const FILTERS: readonly (readonly [Partial<EventFilter>, readonly string[]])[] = [
  [{}, ['e3', 'e5', 'e2', 'e1']],
  [{ failed: true }, ['e2']],
  [{ failed: false }, ['e3', 'e5', 'e1']],
  [{ regions: ['us-east-1'] }, ['e3']],
  [{ eventNames: ['ListGuardrails', 'Nothing'] }, ['e5']],
  [{ text: '198.51.100' }, ['e3']],
  [{ text: 'ACCESSDENIED' }, ['e2']],
  [{ text: "'; DROP TABLE event_rows; --" }, []],
  [{ principals: ['arn:aws:iam::111122223333:role/team/reader'], failed: true }, ['e2']],
  [{ models: ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0'] }, ['e3', 'e2', 'e1']],
];

test.each(FILTERS)('events that pass %j', async (filter, ids) => {
  await withStore(async (store, folder) => {
    await fill(store, folder);
    const params = { ...PERIOD, ...filter };
    const page = await store.ask('events-page', { ...params, offset: 0, limit: 10 });
    expect(page.map(({ eventId }) => eventId)).toEqual(ids);
    expect(await store.ask('events-count', params)).toEqual([{ total: ids.length }]);
    const timeline = await store.ask('events-timeline', params);
    expect(timeline.reduce((sum, { calls }) => sum + calls, 0)).toBe(ids.length);
  });
});

test('pages, order, timeline and facets', async () => {
  await withStore(async (store, folder) => {
    await fill(store, folder);
    const page = await store.ask('events-page', {
      ...PERIOD,
      sort: 'time-asc',
      offset: 1,
      limit: 2,
    });
    expect(page.map(({ eventId }) => eventId)).toEqual(['e2', 'e5']);
    expect(await store.ask('events-timeline', PERIOD)).toEqual([
      { day: '2026-10-02', calls: 2, failed: 1 },
      { day: '2026-10-03', calls: 1, failed: 0 },
      { day: '2026-10-31', calls: 1, failed: 0 },
    ]);
    const facets = await store.ask('events-facets', PERIOD);
    expect(facets).toContainEqual({ facet: 'region', value: 'eu-west-1', occurrences: 3 });
    expect(facets).toContainEqual({ facet: 'event-name', value: 'ListGuardrails', occurrences: 1 });
    expect(await store.ask('store-extent', {})).toMatchObject([
      {
        oldestDay: '2026-10-02',
        newestDay: '2026-11-01',
        events: 5,
        invocations: 0,
        countedOldestDay: null,
        countedNewestDay: null,
      },
    ]);
  });
});

test('a raw record comes from its file; a moved or changed file is told', async () => {
  await withStore(async (store, folder) => {
    const file = await writeLog(join(folder, 'a.json'), records(event('a '), event('a')));
    await ingest(store, [file]);
    expect(await store.rawRecord('a ')).toEqual({ file: file.key, record: event('a ') });
    await writeLog(file.path, records(event('b')));
    await expect(store.rawRecord('a')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('has changed'),
    });
    await expect(store.rawRecord('unknown')).rejects.toMatchObject({ code: 'not-found' });
  });
});
