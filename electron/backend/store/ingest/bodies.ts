import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listValue } from '@duckdb/node-api';
import { transaction } from '../database.ts';
import { noteChangedDays } from '../rollups/changed-days.ts';
import type { InvocationBody, OpenBody } from '../store.ts';
import type { IngestContext } from './context.ts';
import { INVOCATION_RECORD, invocationSelect } from './invocation-columns.ts';
import { type LoadGroup, readJson } from './load.ts';
import { figuresOf } from './plain-record.ts';

/** What a body may tell that its record did not. */
const TOLD = [
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'cache_write_5m_tokens',
  'cache_write_1h_tokens',
  'latency_ms',
  'time_to_first_token_ms',
  'guardrail_id',
  'guardrail_intervened',
  'stop_reason',
  'service_tier',
  'guardrail_topic_units',
  'guardrail_content_units',
  'guardrail_content_image_units',
  'guardrail_word_units',
  'guardrail_sensitive_units',
  'guardrail_sensitive_free_units',
  'guardrail_grounding_units',
  'guardrail_reasoning_units',
  'guardrail_latency_ms',
  'performance_latency',
  'output_images',
] as const;

/**
 * Answers too large for their record that hold usage which the record lacks: how long a cache write
 * lives, or counts where there are none. The others are never fetched.
 */
const LACKING = `output_body_s3 IS NOT NULL AND output_body_read IS NULL AND error_code IS NULL
  AND (output_tokens IS NULL OR (cache_write_tokens > 0
    AND cache_write_5m_tokens IS NULL AND cache_write_1h_tokens IS NULL))`;

/** The bodies still to be read of one account and Region, oldest first. */
export async function openBodies(
  { database }: Pick<IngestContext, 'database'>,
  place: { readonly accountId: string; readonly region: string },
): Promise<readonly OpenBody[]> {
  const rows = await database.read((connection) =>
    connection.rows(
      `SELECT request_id, CAST(time AS VARCHAR) AS time, model_id, output_body_s3 AS path
       FROM invocation_rows WHERE ${LACKING} AND account_id = ? AND region = ? ORDER BY time`,
      [place.accountId, place.region],
    ),
  );
  return rows.map((row) => ({
    requestId: String(row.request_id),
    time: String(row.time),
    modelId: String(row.model_id),
    path: String(row.path),
  }));
}

/**
 * Takes the figures of bodies into their invocations, through the same SQL that reads records; what
 * the record told stays. Texts are left out before anything is written. A body of null is noted as
 * not to be had, and not asked for again.
 */
export async function putBodies(
  { database, temp }: Pick<IngestContext, 'database' | 'temp'>,
  bodies: readonly InvocationBody[],
): Promise<void> {
  if (bodies.length === 0) return;
  const folder = await mkdtemp(join(temp, 'bodies-'));
  const path = join(folder, 'bodies.ndjson');
  const group: LoadGroup = {
    shape: 'invocation-lines',
    compressed: false,
    paths: [path],
    firstId: 0,
  };
  try {
    await writeFile(path, bodies.map(line).join(''));
    await database.write((connection) =>
      transaction(connection, async () => {
        await connection.run(
          'CREATE OR REPLACE TEMP TABLE bodies AS SELECT * FROM invocation_rows LIMIT 0',
        );
        const source = readJson(group, INVOCATION_RECORD);
        await connection.run(`INSERT INTO bodies ${invocationSelect(source, '0')}`, [
          listValue([path]),
        ]);
        await connection.run(`UPDATE invocation_rows SET ${TOLD.map(
          (column) => `${column} = coalesce(invocation_rows.${column}, b.${column})`,
        ).join(', ')}, output_body_read = (b.operation = 'read')
          FROM bodies b WHERE b.request_id = invocation_rows.request_id
            AND invocation_rows.output_body_s3 IS NOT NULL`);
        await noteChangedDays(
          connection,
          'invocations',
          'SELECT * FROM invocation_rows WHERE request_id IN (SELECT request_id FROM bodies)',
        );
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function line({ requestId, time, modelId, body }: InvocationBody): string {
  return `${JSON.stringify({
    requestId,
    timestamp: time,
    modelId,
    operation: body === null ? 'missing' : 'read',
    output: { outputBodyJson: figuresOf(body) },
  })}\n`;
}
