import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorldObject } from '../../../../electron/backend/demo/world/world.ts';
import { readLargeBodies } from '../../../../electron/backend/sources/large-bodies.ts';
import { listFolder } from '../../../../electron/backend/sources/local-folder.ts';
import { SMALL_ACCOUNT, SMALL_NOW } from '../../../helpers/small-world/small-world.ts';
import { openSourceSetup, REGION, type SourceSetup } from './source-setup.ts';

const DATA = `org/AWSLogs/${SMALL_ACCOUNT}/BedrockModelInvocationLogs/${REGION}/2026/11/19/09/data`;
const COUNT = 70;

const keyOf = (index: number) => `${DATA}/r-${index}_output.json.gz`;

function answer(index: number): WorldObject {
  const usage = { prompt_tokens: index, completion_tokens: 2 };
  const body = { choices: [{ message: { content: 'a secret' }, finish_reason: 'stop' }], usage };
  return {
    key: keyOf(index),
    lastModified: '2026-11-19T09:00:00Z',
    body: () => gzipSync(JSON.stringify(body)),
  };
}

function record(index: number): string {
  return JSON.stringify({
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: '2026-11-19T09:00:00Z',
    accountId: SMALL_ACCOUNT,
    region: REGION,
    requestId: `r-${index}`,
    operation: 'InvokeModel',
    modelId: 'openai.gpt-oss-120b-1:0',
    identity: { arn: `arn:aws:iam::${SMALL_ACCOUNT}:user/a` },
    input: { inputContentType: 'application/json' },
    output: {
      outputContentType: 'application/json',
      outputBodyS3Path: `s3://small-logs/${keyOf(index)}`,
    },
  });
}

const indices = Array.from({ length: COUNT }, (_, index) => index);
let folder: string;
let setup: SourceSetup;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-bodies-'));
  const objects = indices.map(answer).sort((a, b) => (a.key < b.key ? -1 : 1));
  setup = await openSourceSetup({
    objects: (bucket, prefix) =>
      bucket === 'small-logs' ? objects.filter(({ key }) => key.startsWith(prefix)) : [],
  });
  await writeFile(join(folder, 'log.json'), indices.map(record).join('\n'));
  const { files } = await listFolder(folder, { now: () => SMALL_NOW });
  await setup.store.ingest(files);
});
afterEach(async () => {
  await setup.close();
  await rm(folder, { recursive: true, force: true });
});

const read = () => readLargeBodies(setup.tools(), setup.target);
const counted = () => setup.value('SELECT count(*) FROM invocations WHERE output_tokens = 2');

describe('large answers beside invocation logs', () => {
  it('give their figures once, and no text', async () => {
    expect(await read()).toMatchObject({ items: COUNT, outcome: { status: 'collected' } });
    expect(await counted()).toBe(COUNT);
    expect(await read()).toBeNull();
  });

  it('that cannot be read stop no others, are named, and are read the next time', async () => {
    const { faults } = setup.simulated.account;
    faults.set('s3:GetObject', { kind: 'deny', times: 3 });
    expect(await read()).toMatchObject({
      items: COUNT - 3,
      outcome: { status: 'denied', action: 's3:GetObject' },
    });
    expect(await counted()).toBe(COUNT - 3);
    expect(await read()).toMatchObject({ items: 3, outcome: { status: 'collected' } });
    expect(await counted()).toBe(COUNT);
  });

  it('are not asked for one by one where nobody may read them', async () => {
    setup.simulated.account.faults.set('s3:GetObject', { kind: 'deny' });
    const reading = await read();
    expect(reading).toMatchObject({ items: 0, outcome: { status: 'denied' } });
    expect(reading?.calls).toBeLessThan(COUNT);
  });
});
