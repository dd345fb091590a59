import type { QueryAnswer } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import type { Cell, Table } from '../../shared/reports/table.ts';
import { choice, onlyPositional } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FORMATS, formatTable } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';

/** The contract's largest answer. */
const LIMIT = 5000;
const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL)\b/;

/** Runs one SELECT over the documented views. */
export const query: Command = {
  usage: 'query "<select>" [--format table|json|csv] [--workspace DIR]',
  details: `Runs one read-only SELECT over the documented views, events and invocations among them\n(docs/cli.md lists their columns). At most ${LIMIT} rows; a longer answer is cut and stderr says so.`,
  options: { format: { type: 'string' } },
  async run({ host, global, values, positionals }: CommandRun) {
    const sql = onlyPositional(positionals, 'select');
    const format = choice(values, 'format', FORMATS);
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const answer = unwrap(await call('query.run', { sql, limit: LIMIT }));
      host.out(
        format === 'json' ? jsonRows(answer) : formatTable(tableFrom(answer), format, host.width),
      );
      if (answer.truncated) host.err.write(`The answer was cut at ${LIMIT} rows.\n`);
      return EXIT.ok;
    });
  },
};

/** Rows as objects with the values' own JSON types, as scripts want them. */
function jsonRows({ columns, rows }: QueryAnswer): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}

function tableFrom({ columns, rows }: QueryAnswer): Table {
  return {
    columns: columns.map(({ name, type }) => ({
      id: name,
      title: name,
      kind: NUMBERS.test(type) ? 'count' : 'text',
    })),
    rows: rows.map((row) => row.map(cellOf)),
    totals: null,
    notes: [],
  };
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
