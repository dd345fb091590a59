import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  column,
  event,
  ingest,
  invocation,
  lines,
  records,
  withStore,
  writeLog,
} from './store-case.ts';

const BOM = '\uFEFF';
const two = [event('a'), event('b')];
const twoLogs = [invocation('r1'), invocation('r2')];
const embedded = two.map((one) => ({ EventId: one.eventID, CloudTrailEvent: JSON.stringify(one) }));

/** A file of each layout that people really have, with the ids that must come out of it. */
const LAYOUTS: readonly {
  readonly name: string;
  readonly content: string;
  readonly events?: readonly string[];
  readonly invocations?: readonly string[];
}[] = [
  { name: 'wrapped.json', content: records(...two), events: ['a', 'b'] },
  { name: 'wrapped-newline.json', content: `${records(...two)}\n`, events: ['a', 'b'] },
  { name: 'pretty.json', content: JSON.stringify({ Records: two }, null, 2), events: ['a', 'b'] },
  { name: 'array.json', content: JSON.stringify(two), events: ['a', 'b'] },
  { name: 'pretty-array.json', content: JSON.stringify(two, null, 1), events: ['a', 'b'] },
  { name: 'single.json', content: JSON.stringify(two[0]), events: ['a'] },
  { name: 'pretty-single.json', content: JSON.stringify(two[0], null, 4), events: ['a'] },
  { name: 'lines.ndjson', content: lines(...two), events: ['a', 'b'] },
  { name: 'bom.json', content: BOM + records(...two), events: ['a', 'b'] },
  { name: 'space.json', content: `\r\n  ${records(...two)}`, events: ['a', 'b'] },
  {
    name: 'late-records.json',
    content: JSON.stringify({ note: { x: [1] }, Records: two, after: { deep: event('no') } }),
    events: ['a', 'b'],
  },
  { name: 'two-documents.json', content: records(two[0]) + records(two[1]), events: ['a', 'b'] },
  { name: 'lookup.json', content: JSON.stringify({ Events: embedded }), events: ['a', 'b'] },
  { name: 'logs.ndjson', content: lines(...twoLogs), invocations: ['r1', 'r2'] },
  { name: 'logs.jsonl', content: lines(...twoLogs).trimEnd(), invocations: ['r1', 'r2'] },
  { name: 'logs-array.json', content: JSON.stringify(twoLogs), invocations: ['r1', 'r2'] },
  { name: 'logs-pretty.json', content: JSON.stringify(twoLogs[0], null, 2), invocations: ['r1'] },
  { name: 'logs-bom.json', content: BOM + lines(...twoLogs), invocations: ['r1', 'r2'] },
  {
    name: 'mixed.ndjson',
    content: lines(two[0], twoLogs[0], two[1], twoLogs[1]),
    events: ['a', 'b'],
    invocations: ['r1', 'r2'],
  },
];

describe.each(LAYOUTS)('$name', ({ name, content, events = [], invocations = [] }) => {
  test.each(['', '.gz'])('is taken whole%s', async (suffix) => {
    await withStore(async (store, folder) => {
      const bytes = suffix === '' ? Buffer.from(content) : gzipSync(content);
      const file = await writeLog(join(folder, name + suffix), bytes);
      const { summary, outcomes } = await ingest(store, [file]);
      expect(outcomes).toMatchObject([{ status: 'ingested', fragments: 0, reason: null }]);
      expect(summary).toMatchObject({ events: events.length, invocations: invocations.length });
      expect(await column(store, 'SELECT event_id FROM events ORDER BY 1')).toEqual(events);
      expect(await column(store, 'SELECT request_id FROM invocations ORDER BY 1')).toEqual(
        invocations,
      );
      expect(await ingest(store, [file])).toMatchObject({
        summary: { filesSkipped: 1, events: 0 },
      });
    });
  });
});

const NOT_TAKEN = [
  { name: 'SOURCES.md', content: '# Sources', kind: 'foreign', reason: /not JSON/ },
  { name: 'empty.json', content: '', kind: 'foreign', reason: /empty/ },
  { name: 'package.json', content: '{"name":"x"}', kind: 'foreign', reason: /no CloudTrail event/ },
  {
    name: 'amazon-bedrock-logs-permission-check',
    content: 'Permissions are correctly set for Amazon Bedrock logs.',
    kind: 'permission-check',
    reason: /permission check/,
  },
  {
    name: 'digest.json',
    content: JSON.stringify({ awsAccountId: '1', digestStartTime: 'x', logFiles: [] }),
    kind: 'digest',
    reason: /digest/,
  },
  {
    name: 'data/6f9e_input.json',
    content: JSON.stringify({ messages: [{ role: 'user', content: 'synthetic' }] }),
    kind: 'body',
    reason: /not stored/,
  },
  {
    name: 'data/6f9e_input_media_00.png',
    content: '\u0089PNG',
    kind: 'body',
    reason: /not stored/,
  },
] as const;

test.each(NOT_TAKEN)(
  '$name is skipped and named as $kind',
  async ({ name, content, kind, reason }) => {
    await withStore(async (store, folder) => {
      for (const bytes of [Buffer.from(content), gzipSync(content)]) {
        const { outcomes } = await ingest(store, [await writeLog(join(folder, name), bytes)]);
        expect(outcomes).toMatchObject([{ kind, status: 'skipped', records: 0 }]);
        expect(outcomes[0]?.reason).toMatch(reason);
      }
    });
  },
);

test('empty Records are a file of no records', async () => {
  await withStore(async (store, folder) => {
    const { outcomes } = await ingest(store, [await writeLog(join(folder, 'a.json'), records())]);
    expect(outcomes).toMatchObject([{ kind: 'cloudtrail', status: 'ingested', records: 0 }]);
  });
});
