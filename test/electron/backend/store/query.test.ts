import { join } from 'node:path';
import { expect, test } from 'vitest';
import { event, ingest, invocation, lines, records, withStore, writeLog } from './store-case.ts';

const REFUSED = [
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM '/etc/passwd'",
  "SELECT * FROM glob('/*')",
  'SELECT * FROM duckdb_secrets()',
  'SELECT * FROM event_rows',
  'SELECT * FROM main.events',
  'SELECT * FROM information_schema.tables',
  'SELECT * FROM sqlite_master',
  "SELECT * FROM pragma_table_info('events')",
  "SELECT getenv('HOME')",
  "SELECT current_setting('temp_directory')",
  "SELECT * FROM query('SELECT 1')",
  "SELECT * FROM query_table('event_rows')",
  'SELECT (SELECT count(*) FROM file_rows)',
  'SELECT * FROM events WHERE event_id IN (SELECT name FROM cursor_rows)',
  'WITH x AS (SELECT * FROM event_rows) SELECT * FROM x',
  'WITH event_rows AS (SELECT 1) SELECT * FROM events UNION ALL SELECT * FROM main.event_rows',
  '(WITH file_rows AS (SELECT 1 AS a) SELECT * FROM file_rows) UNION ALL SELECT size FROM file_rows',
  'WITH event_rows AS (SELECT * FROM event_rows) SELECT * FROM event_rows',
  'WITH RECURSIVE event_rows AS (SELECT * FROM event_rows) SELECT * FROM event_rows',
  'WITH a AS (SELECT * FROM "/etc/passwd.csv"), "/etc/passwd.csv" AS (SELECT 1) SELECT * FROM a',
  'WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n FROM file_rows, t) SELECT * FROM t',
  'WITH RECURSIVE file_rows AS (SELECT size FROM file_rows UNION ALL SELECT 1) SELECT * FROM file_rows',
  'SELECT 1; SELECT 2',
  'SELECT 1; DROP TABLE event_rows',
  'DROP TABLE event_rows',
  'DELETE FROM event_rows',
  "INSERT INTO event_rows (event_id) VALUES ('x')",
  "COPY events TO '/tmp/events.csv'",
  "COPY (SELECT 1) TO '/tmp/one.csv'",
  "ATTACH '/tmp/other.duckdb'",
  'PRAGMA database_list',
  'SET memory_limit = 0',
  'INSTALL httpfs',
  "EXPORT DATABASE '/tmp/all'",
  'DESCRIBE events',
  'SHOW TABLES',
  'SUMMARIZE events',
  'EXPLAIN SELECT 1',
  'CALL pragma_version()',
  'VACUUM',
  'not sql at all',
  '',
];

test.each(REFUSED)('refused: %s', async (sql) => {
  await withStore(async (store) => {
    await expect(store.query(sql, 10)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('one SELECT over the views'),
    });
  });
});

test('a wrong name is answered with the names there are, on one line', async () => {
  await withStore(async (store) => {
    await expect(store.query('SELECT evnt_id FROM events', 10)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/^The query failed: .*"evnt_id" not found.*"event_id"[^\n]*$/),
    });
    await expect(store.query('DESCRIBE events', 10)).rejects.toThrow(/assay query --views/);
  });
});

const ANSWERED = [
  'SELECT count(*) FROM events',
  'select event_name, count(*) from EVENTS e group by 1 order by 2 desc;',
  'WITH x AS (SELECT event_id FROM events) SELECT count(*) FROM x JOIN events USING (event_id)',
  'SELECT (SELECT max(time) FROM invocations), unnest([1, 2])',
  'WITH x AS MATERIALIZED (SELECT 1 AS a), y AS (SELECT a FROM x) SELECT * FROM y, x',
  'WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT * FROM t',
  'SELECT * FROM generate_series(1, 3)',
  'SELECT sum(value) OVER () FROM metrics',
  'SELECT key, status FROM files',
  'FROM events SELECT event_id',
  'SELECT a FROM (VALUES (1), (2)) AS v (a)',
];

test.each(ANSWERED)('answered: %s', async (sql) => {
  await withStore(async (store) => {
    expect(await store.query(sql, 10)).toMatchObject({ truncated: false });
  });
});

test('values are JSON-ready, and the limit is told', async () => {
  await withStore(async (store) => {
    const answer = await store.query(
      `SELECT CAST(9007199254740993 AS BIGINT) AS big, 12 AS small, CAST(1.5 AS DECIMAL(9, 2)) AS d,
        TIMESTAMP '2026-10-14 03:20:11.5' AS t, DATE '2026-10-14' AS day, [1, 2] AS list,
        {'a': NULL} AS struct, CAST('NaN' AS DOUBLE) AS nan, true AS yes FROM range(3)`,
      2,
    );
    expect(answer.truncated).toBe(true);
    expect(answer.rows).toHaveLength(2);
    expect(answer.rows[0]).toEqual([
      '9007199254740993',
      12,
      '1.50',
      '2026-10-14T03:20:11.500Z',
      '2026-10-14',
      [1, 2],
      { a: null },
      'NaN',
      true,
    ]);
    expect(answer.columns[0]).toEqual({ name: 'big', type: 'BIGINT' });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

const EVENT_COLUMNS =
  'event_id, event_time, event_source, event_name, account_id, region, principal_arn, principal_type, session_name, access_key_id, source_ip, user_agent, model_id, inference_region, bearer_token, vpc_endpoint_id, error_code, request_id, event_category, read_only';
const INVOCATION_COLUMNS =
  'request_id, time, account_id, region, inference_region, operation, model_id, principal_arn, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_5m_tokens, cache_write_1h_tokens, latency_ms, time_to_first_token_ms, guardrail_id, guardrail_version, guardrail_intervened, stop_reason, service_tier, error_code, request_metadata';

test.each([
  ['events', EVENT_COLUMNS],
  ['invocations', INVOCATION_COLUMNS],
])('the columns of %s keep their names and order', async (view, columns) => {
  await withStore(async (store) => {
    const { columns: found } = await store.query(`SELECT * FROM ${view}`, 1);
    const expected = columns.split(', ');
    expect(found.slice(0, expected.length).map(({ name }) => name)).toEqual(expected);
  });
});

const CALLERS = [
  [{ type: 'Root', arn: 'arn:aws:iam::1:root' }, 'arn:aws:iam::1:root', null],
  [{ type: 'AssumedRole', arn: 'arn:aws:sts::1:assumed-role/r/s' }, 'arn:aws:iam::1:role/r', 's'],
  [
    { type: 'AssumedRole', arn: 'arn:aws-cn:sts::1:assumed-role/r/s@x' },
    'arn:aws-cn:iam::1:role/r',
    's@x',
  ],
  [{ type: 'AWSService', invokedBy: 'bedrock.amazonaws.com' }, 'bedrock.amazonaws.com', null],
  [{ type: 'AWSAccount', accountId: 'anonymous' }, null, null],
] as const;

test.each(CALLERS)('the principal of %j', async (userIdentity, principal, session) => {
  await withStore(async (store, folder) => {
    await ingest(store, [
      await writeLog(join(folder, 'a.json'), records(event('a', { userIdentity }))),
    ]);
    const { rows } = await store.query('SELECT principal_arn, session_name FROM events', 1);
    expect(rows).toEqual([[principal, session]]);
  });
});

test('a streamed body gives its last figures, a blocked one its guardrail', async () => {
  const metrics = {
    inputTokenCount: 7,
    outputTokenCount: 9,
    invocationLatency: 800,
    firstByteLatency: 120,
  };
  const body = [
    {
      type: 'message_start',
      message: {
        usage: {
          input_tokens: 7,
          output_tokens: 1,
          cache_creation: { ephemeral_1h_input_tokens: 5 },
        },
      },
    },
    {
      type: 'content_block_delta',
      delta: { text: 'synthetic' },
      'amazon-bedrock-guardrailAction': 'INTERVENED',
      'amazon-bedrock-trace': { guardrail: { input: { gr1: {} } } },
    },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 9 } },
    { type: 'message_stop', 'amazon-bedrock-invocationMetrics': metrics },
    '[DONE]',
  ];
  await withStore(async (store, folder) => {
    const record = invocation('r', {
      input: {
        inputBodyJson: { guardrailConfig: { guardrailIdentifier: 'gr1', guardrailVersion: '3' } },
      },
      output: { outputBodyJson: body },
      requestMetadata: { team: 'search' },
      modelId: 'arn:aws:bedrock:eu-west-1:1:inference-profile/eu.x.y',
    });
    await ingest(store, [await writeLog(join(folder, 'a.ndjson'), lines(record))]);
    await ingest(store, [
      await writeLog(join(folder, 'b.json'), JSON.stringify([{ ...record, requestId: 'odd' }])),
    ]);
    const { rows } = await store.query(
      `SELECT input_tokens, output_tokens, cache_write_1h_tokens, latency_ms, time_to_first_token_ms,
        guardrail_id, guardrail_version, guardrail_intervened, stop_reason, request_metadata,
        model_key FROM invocations`,
      2,
    );
    const figures = [
      7,
      9,
      5,
      800,
      120,
      'gr1',
      '3',
      true,
      'end_turn',
      '{"team":"search"}',
      'eu.x.y',
    ];
    expect(rows).toEqual([figures, figures]);
  });
});
