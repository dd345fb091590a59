import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFolder } from '../../../../electron/backend/sources/local-folder.ts';
import { CASES, CHAT, S3 } from './invocation-shape-cases.ts';
import { ingest, NOW, withStore } from './store-case.ts';

function record(over: Readonly<Record<string, unknown>>) {
  return {
    timestamp: '2026-11-19T10:00:00Z',
    accountId: '111122223333',
    identity: { arn: 'arn:aws:iam::111122223333:user/a' },
    region: 'us-east-1',
    requestId: 'request-1',
    operation: 'InvokeModel',
    modelId: 'anthropic.claude-sonnet-5-5',
    input: { inputTokenCount: 3, inputBodyJson: {} },
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    ...over,
  };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-shapes-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.each([
  ['a line', 0],
  ['a pretty record', 2],
] as const)('of %s', (_, indent) => {
  test('every shape gives its figures', async () => {
    const lines = CASES.map(([, over], index) =>
      JSON.stringify(record({ ...over, requestId: `request-${index}` }), null, indent),
    );
    await writeFile(join(folder, 'log.json'), `${lines.join('\n')}\n`);
    await withStore(async (store) => {
      const { files } = await listFolder(folder, { now: () => NOW });
      const { summary } = await ingest(store, files);
      expect(summary).toMatchObject({ invocations: CASES.length, fragments: 0, filesFailed: 0 });
      for (const [index, [name, , columns]] of CASES.entries()) {
        const names = Object.keys(columns);
        const { rows } = await store.query(
          `SELECT ${names.join(', ')} FROM invocations WHERE request_id = 'request-${index}'`,
          1,
        );
        const found = Object.fromEntries(names.map((column, at) => [column, rows[0]?.[at]]));
        expect({ name, ...found }).toEqual({ name, ...columns });
      }
    });
  });
});

test('an answer beside the logs is asked for where it holds usage that its record lacks', async () => {
  const path = (name: string) => `${S3}/${name}_output.json.gz`;
  const cached = { inputTokenCount: 1, cacheWriteInputTokenCount: 50 };
  const records = [
    record({
      requestId: 'whole',
      output: { outputTokenCount: 9, outputBodyS3Path: path('whole') },
    }),
    record({
      requestId: 'split',
      input: cached,
      output: { outputTokenCount: 9, outputBodyS3Path: path('split') },
    }),
    record({ requestId: 'counts', input: {}, output: { outputBodyS3Path: path('counts') } }),
    record({ requestId: 'gone', input: {}, output: { outputBodyS3Path: path('gone') } }),
  ];
  await writeFile(join(folder, 'log.json'), records.map((one) => JSON.stringify(one)).join('\n'));
  await withStore(async (store) => {
    const { files } = await listFolder(folder, { now: () => NOW });
    await ingest(store, files);
    const place = { accountId: '111122223333', region: 'us-east-1' };
    const open = await store.openBodies(place);
    expect(open.map(({ requestId }) => requestId).sort()).toEqual(['counts', 'gone', 'split']);
    expect(await store.openBodies({ ...place, region: 'eu-west-1' })).toEqual([]);
    const usage = {
      cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 30 },
    };
    const bodies = new Map<string, unknown>([
      ['split', [{ message: { usage } }, { delta: { text: 'a secret' } }, '[DONE]']],
      ['counts', CHAT],
    ]);
    await store.putBodies(open.map((one) => ({ ...one, body: bodies.get(one.requestId) ?? null })));
    const { rows } = await store.query(
      `SELECT request_id, input_tokens, output_tokens, cache_write_5m_tokens,
        cache_write_1h_tokens, output_body_read FROM invocations ORDER BY 1`,
      10,
    );
    expect(rows).toEqual([
      ['counts', 11, 5, null, null, true],
      ['gone', null, null, null, null, false],
      ['split', 1, 9, 20, 30, true],
      ['whole', 3, 9, null, null, null],
    ]);
    expect(await store.openBodies(place)).toEqual([]);
  });
});
