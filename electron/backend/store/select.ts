import type { QueryAnswer } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Connection } from './database.ts';
import { checkSelect } from './select-guard.ts';
import { messageOf } from './store-error.ts';
import { toJson } from './values.ts';

/**
 * Runs one SELECT over the documented views and answers at most `limit` rows.
 * @throws AppError `invalid-input` for anything else, and for SQL errors.
 */
export async function runSelect(
  connection: Connection,
  sql: string,
  limit: number,
): Promise<QueryAnswer> {
  const text = sql.trim().replace(/;\s*$/, '');
  await checkSelect(connection, text);
  try {
    const reader = await connection.raw.streamAndReadUntil(text, limit + 1);
    const types = reader.columnTypes();
    const columns = reader.columnNames().map((name, i) => ({ name, type: String(types[i]) }));
    const rows = reader.getRows();
    return {
      columns,
      rows: rows.slice(0, limit).map((row) => row.map((value) => toJson(value))),
      truncated: rows.length > limit,
    };
  } catch (thrown) {
    throw new AppError('invalid-input', `The query failed: ${said(messageOf(thrown))}`, {
      cause: thrown,
    });
  }
}

const MOST_CHARACTERS = 800;

/** What DuckDB says with the names it offers in place of a wrong one; not the text of the query below. */
function said(message: string): string {
  const [first = ''] = message.split(/\n\s*\n|\nLINE \d/, 1);
  return first.replace(/\s*\n\s*/g, ' ').slice(0, MOST_CHARACTERS);
}
