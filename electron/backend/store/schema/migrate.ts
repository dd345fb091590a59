import { AppError } from '../../../../shared/model/app-error.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import { type Connection, transaction } from '../database.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './tables.ts';
import { VIEWS } from './views.ts';

/**
 * Brings a database forward to this program's schema, each version in one transaction, and
 * re-creates the views. With `upTo` it stops at an older version, as an older program would have.
 * @throws AppError `workspace-newer` when a newer program wrote it; nothing is changed then.
 */
export async function migrate(
  connection: Connection,
  options: { readonly file: string; readonly now: () => Instant; readonly upTo?: number },
): Promise<void> {
  const found = await readVersion(connection, options.file);
  const target = options.upTo ?? SCHEMA_VERSION;
  for (const migration of MIGRATIONS) {
    if (migration.to <= found || migration.to > target) continue;
    await transaction(connection, async () => {
      for (const statement of migration.statements) await connection.run(statement);
      await connection.run(
        'INSERT INTO schema_version VALUES (CAST(? AS INTEGER), CAST(? AS TIMESTAMP))',
        [migration.to, options.now()],
      );
    });
  }
  if (target < SCHEMA_VERSION) return;
  for (const view of VIEWS) await connection.run(view);
}

/**
 * The schema version a database has; 0 when it is new.
 * @throws AppError `workspace-newer` when this program is too old for it.
 */
export async function readVersion(connection: Connection, file: string): Promise<number> {
  const tables = await connection.rows(
    `SELECT table_name FROM duckdb_tables() WHERE table_name = 'schema_version'`,
  );
  if (tables.length === 0) return 0;
  const rows = await connection.rows('SELECT max(version) AS version FROM schema_version');
  const version = Number(rows[0]?.version ?? 0);
  if (version > SCHEMA_VERSION) throw newer(file, version);
  return version;
}

function newer(file: string, version: number): AppError {
  return new AppError(
    'workspace-newer',
    `${file} was written by a newer Assay (schema ${version}; this one knows up to ` +
      `${SCHEMA_VERSION}). Update Assay, or open another workspace; the file was not changed.`,
  );
}
