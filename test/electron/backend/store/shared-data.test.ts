import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { listFolder } from '../../../../electron/backend/sources/local-folder.ts';
import { column, ingest, NOW, withStore } from './store-case.ts';

const DATA = fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../../../fixtures/logs', import.meta.url));
const present = existsSync(DATA);

describe('the sample data', () => {
  beforeEach(({ skip }) => {
    if (!present) skip('the sample data are not beside the project');
  });

  test('the sample CloudTrail records: 22 events, everything else named', async () => {
    await withStore(async (store) => {
      const { files } = await listFolder(`${DATA}/cloudtrail`, { now: () => NOW });
      const { summary, outcomes } = await ingest(store, files);
      expect(summary).toMatchObject({ files: 10, events: 22, duplicates: 1, fragments: 2 });
      expect(summary).toMatchObject({ filesTaken: 5, filesSkipped: 5, filesFailed: 0 });
      const named = outcomes.map(({ key, reason }) => `${key.split('/').at(-1)}: ${reason}`);
      expect(named.join('\n')).toContain('906c4056-df1e-4565-a40b-2ba216a0c849');
      expect(named.join('\n')).toMatch(
        /crossregion-InvokeModel\.fragment\.json: .*no eventID and no eventTime/,
      );
      expect(named.join('\n')).toMatch(/autherror\.fragment\.json: .*no eventID/);
      expect(named.filter((text) => text.startsWith('SOURCES.md: it is not JSON'))).toHaveLength(3);
      const ids = await column(
        store,
        "SELECT event_id FROM events WHERE event_id LIKE '%EXAMPLE1%'",
      );
      expect([...ids].sort()).toEqual([
        'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111',
        'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111 ',
      ]);
      const { rows } = await store.query(
        `SELECT event_name, guardrail_id, guardrail_version, response_action, resource_arns,
        bearer_token, bearer_token_type, service_tier, tls_host FROM events
        WHERE event_name IN ('ApplyGuardrail', 'CreateInference') ORDER BY 1`,
        10,
      );
      expect(rows).toEqual([
        [
          'ApplyGuardrail',
          'abcd1234efgh',
          '1',
          'GUARDRAIL_INTERVENED',
          'arn:aws:bedrock:us-east-1:111122223333:guardrail/abcd1234efgh arn:aws:bedrock:us-east-1:444455556666:guardrail/wxyz5678lmno',
          null,
          null,
          null,
          null,
        ],
        [
          'CreateInference',
          null,
          null,
          null,
          'arn:aws:bedrock-mantle:us-east-1:111122223333:project/proj_abc123',
          true,
          'ABSK',
          'default',
          'bedrock-mantle.us-east-1.api.aws',
        ],
      ]);
      const again = await ingest(store, files);
      expect(again.summary).toMatchObject({ filesSkipped: 10, events: 0, duplicates: 0 });
      expect(await column(store, 'SELECT count(*) FROM events')).toEqual([22]);
    });
  });

  test('the sample invocation logs: 7 invocations with their tokens', async () => {
    await withStore(async (store) => {
      const { files } = await listFolder(`${DATA}/invocation-logs`, { now: () => NOW });
      const { summary } = await ingest(store, files);
      expect(summary).toMatchObject({ invocations: 7, duplicates: 6, filesTaken: 2 });
      const { rows } = await store.query(
        `SELECT left(request_id, 8), input_tokens, output_tokens, latency_ms, guardrail_id,
        guardrail_intervened FROM invocations ORDER BY 1`,
        10,
      );
      expect(rows).toEqual([
        ['19926a63', 3263, 300, 14079, null, null],
        ['29c32fc4', 0, 0, null, null, true],
        ['304a166e', 62, 36, 1134, null, null],
        ['6f9e9644', 571, null, null, null, null],
        ['a1b2c3d4', 20, 18, 1200, 'grd-observe-01', false],
        ['ba78ac1f', null, null, null, 'h28wrktbwagn', true],
        ['bb98d9a8', 0, 0, 249, null, null],
      ]);
      const units = await store.query(
        `SELECT left(request_id, 8), guardrail_topic_units, guardrail_content_units,
        guardrail_sensitive_units, guardrail_reasoning_units, guardrail_latency_ms
        FROM invocations WHERE guardrail_latency_ms IS NOT NULL ORDER BY 1`,
        10,
      );
      expect(units.rows).toEqual([
        ['a1b2c3d4', 1, 0, 1, null, 250],
        ['ba78ac1f', 0, 1, 0, null, 179],
      ]);
    });
  });
});

test('the fixtures of other projects: odd times, a bare array, the role with its path', async () => {
  await withStore(async (store) => {
    const { files } = await listFolder(FIXTURES, { now: () => NOW });
    const { summary } = await ingest(store, files);
    expect(summary).toMatchObject({ events: 19, invocations: 2, duplicates: 7, filesSkipped: 1 });
    const { rows } = await store.query(
      `SELECT event_time, principal_arn, session_name FROM events
       WHERE event_name IN ('DeleteGuardrail', 'InvokeModel') ORDER BY 1`,
      10,
    );
    expect(rows).toEqual([
      ['2024-10-17T20:11:24Z', 'arn:aws:iam::494659789341:role/test-role', 'cli'],
      [
        '2025-01-21T18:12:33Z',
        'arn:aws:iam::123123123123:role/aws-reserved/sso.amazonaws.com/us-west-2/DevAdmin',
        'dr.evil',
      ],
    ]);
  });
});
