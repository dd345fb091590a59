import { listValue } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../electron/backend/store/database.ts';
import { insertSql } from '../../../../electron/backend/store/ingest/load.ts';
import { migrate } from '../../../../electron/backend/store/schema/migrate.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { NOW, writeLog } from './store-case.ts';

test.each(['records', 'event-lines', 'invocation-lines'] as const)(
  '%s are inserted by all threads: nothing in the plan makes DuckDB use one',
  (shape) =>
    withFolder(async (folder) => {
      const { path } = await writeLog(`${folder}/a.json`, '{}');
      const file = `${folder}/a.duckdb`;
      const database = await openDatabase({ file, temp: folder, readOnly: false });
      try {
        const plan = await database.write(async (connection) => {
          await migrate(connection, { file, now: () => NOW });
          const sql = insertSql({ shape, compressed: false, paths: [path], firstId: 1 });
          return connection.rows(`EXPLAIN ${sql}`, [listValue([path])]);
        });
        const text = plan.map((row) => String(row.explain_value)).join('\n');
        expect(text).toContain('BATCH_INSERT');
        expect(text).not.toContain('JOIN');
      } finally {
        await database.close();
      }
    }),
);
