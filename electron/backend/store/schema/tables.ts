import { BILL_TABLES } from './bill-tables.ts';
import { VERSION_3 } from './version-3.ts';
import { VERSION_7 } from './version-7.ts';
import { VERSION_8 } from './version-8.ts';

/** The version of the schema that this program writes and expects. */
export const SCHEMA_VERSION = 8;

/** One forward step: what turns a workspace of version `to - 1` into one of version `to`. */
export interface Migration {
  readonly to: number;
  readonly statements: readonly string[];
}

/** Every schema change since the first workspace, oldest first; an entry is never edited again. */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 1,
    statements: [
      `CREATE TABLE schema_version (version INTEGER NOT NULL, applied_at TIMESTAMP NOT NULL)`,
      `CREATE TABLE file_rows (
        file_id INTEGER NOT NULL, key VARCHAR NOT NULL, etag VARCHAR NOT NULL, path VARCHAR NOT NULL,
        origin VARCHAR NOT NULL, size BIGINT NOT NULL, sha256 VARCHAR, kind VARCHAR NOT NULL,
        status VARCHAR NOT NULL, records BIGINT NOT NULL, added BIGINT NOT NULL,
        duplicates BIGINT NOT NULL, fragments BIGINT NOT NULL, reason VARCHAR,
        settled BOOLEAN NOT NULL, read_at TIMESTAMP NOT NULL)`,
      `CREATE TABLE event_rows (
        file_id INTEGER NOT NULL, event_id VARCHAR, event_time TIMESTAMP, event_source VARCHAR,
        event_name VARCHAR, account_id VARCHAR, region VARCHAR, principal_arn VARCHAR,
        principal_type VARCHAR, session_name VARCHAR, access_key_id VARCHAR, source_ip VARCHAR,
        user_agent VARCHAR USING COMPRESSION 'zstd', model_id VARCHAR, model_key VARCHAR,
        inference_region VARCHAR, bearer_token BOOLEAN, vpc_endpoint_id VARCHAR, error_code VARCHAR,
        request_id VARCHAR, event_category VARCHAR, read_only BOOLEAN)`,
      `CREATE TABLE invocation_rows (
        file_id INTEGER NOT NULL, request_id VARCHAR, time TIMESTAMP, account_id VARCHAR,
        region VARCHAR, inference_region VARCHAR, operation VARCHAR, model_id VARCHAR,
        model_key VARCHAR, principal_arn VARCHAR, session_name VARCHAR, input_tokens BIGINT,
        output_tokens BIGINT, cache_read_tokens BIGINT, cache_write_tokens BIGINT,
        cache_write_5m_tokens BIGINT, cache_write_1h_tokens BIGINT, latency_ms BIGINT,
        time_to_first_token_ms BIGINT, guardrail_id VARCHAR, guardrail_version VARCHAR,
        guardrail_intervened BOOLEAN, stop_reason VARCHAR, service_tier VARCHAR,
        error_code VARCHAR, request_metadata VARCHAR)`,
      `CREATE TABLE metric_point_rows (
        account_id VARCHAR NOT NULL, region VARCHAR NOT NULL, namespace VARCHAR NOT NULL,
        metric VARCHAR NOT NULL, model_id VARCHAR NOT NULL, model_key VARCHAR NOT NULL,
        service_tier VARCHAR, period_start TIMESTAMP NOT NULL, period_seconds INTEGER NOT NULL,
        value DOUBLE NOT NULL)`,
      `CREATE TABLE cursor_rows (name VARCHAR NOT NULL, value VARCHAR NOT NULL)`,
      `CREATE TABLE dataset_reading_rows (
        scan_id VARCHAR NOT NULL, dataset VARCHAR NOT NULL, account_id VARCHAR NOT NULL,
        region VARCHAR NOT NULL, read_at TIMESTAMP NOT NULL, reading VARCHAR NOT NULL)`,
      `CREATE TABLE source_reading_rows (
        scan_id VARCHAR NOT NULL, source VARCHAR NOT NULL, account_id VARCHAR NOT NULL,
        region VARCHAR NOT NULL, read_at TIMESTAMP NOT NULL, reading VARCHAR NOT NULL)`,
    ],
  },
  {
    to: 2,
    statements: [
      `CREATE TABLE watching_rows (
        made_at TIMESTAMP NOT NULL, scan_id VARCHAR NOT NULL, operation VARCHAR NOT NULL,
        calls BIGINT NOT NULL, units BIGINT NOT NULL, usd VARCHAR NOT NULL)`,
    ],
  },
  { to: 3, statements: VERSION_3 },
  {
    to: 4,
    statements: [
      `ALTER TABLE metric_point_rows ADD COLUMN dimensions VARCHAR DEFAULT '{}'`,
      `ALTER TABLE metric_point_rows ADD COLUMN statistic VARCHAR DEFAULT 'Sum'`,
    ],
  },
  { to: 5, statements: BILL_TABLES },
  { to: 6, statements: [`ALTER TABLE dataset_reading_rows ADD COLUMN content VARCHAR`] },
  { to: 7, statements: VERSION_7 },
  { to: 8, statements: VERSION_8 },
];
