import type { QueryAnswer } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import type { Cell, Table } from '../../shared/reports/table.ts';
import { onlyPositional, optionalText, usageError } from './arguments.ts';
import { beforeEnd } from './before-end.ts';
import type { Command, CommandRun, OptionValues } from './command.ts';
import { DELIVERY_OPTIONS, deliver, deliveryOf } from './delivery.ts';
import { EXIT } from './exit-code.ts';
import { withBackend, workspaceOf } from './session.ts';

/** The contract's largest answer. */
const LIMIT = 5000;
const CUT = `The answer was cut at ${LIMIT} rows.`;
const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL)\b/;

/** Long enough for a question over years; short enough for a forgotten one to end. */
const DEFAULT_SECONDS = 600;
const MOST_SECONDS = 86_400;

/** Runs one SELECT over the documented views. */
export const query: Command = {
  usage: 'query "<select>"',
  details: `Runs one read-only SELECT over the documented views, events and invocations among them (docs/cli.md lists their columns). At most ${LIMIT} rows; a longer answer is cut and stderr says so.`,
  options: {
    timeout: {
      type: 'string',
      value: 'SECONDS',
      help: `end the query after so long, with exit code 3 (default: ${DEFAULT_SECONDS})`,
    },
    ...DELIVERY_OPTIONS,
  },
  async run({ host, global, values, positionals }: CommandRun) {
    const sql = onlyPositional(positionals, 'select');
    const delivery = deliveryOf(values);
    const seconds = secondsOf(values);
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const asked = call('query.run', { sql, limit: LIMIT });
      // Closing the backend, which follows, ends what still runs in it.
      const answer = unwrap(await beforeEnd(asked, { signal: host.signal, seconds }));
      const json = jsonRows(answer);
      const notes = delivery.out !== null && answer.truncated ? [CUT] : [];
      const table = { ...tableFrom(answer), notes };
      await deliver(host, delivery, { table, title: 'Query', json });
      if (answer.truncated) host.err.write(`${CUT}\n`);
      return EXIT.ok;
    });
  },
};

/** @throws AppError `invalid-input` when it is no number of seconds. */
function secondsOf(values: OptionValues): number {
  const text = optionalText(values, 'timeout') ?? String(DEFAULT_SECONDS);
  const seconds = Number(text);
  if (/^\d{1,5}$/.test(text) && seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  throw usageError(`--timeout is a number of seconds from 1 to ${MOST_SECONDS}, not '${text}'.`);
}

/** Rows as objects with the values' own JSON types, as scripts want them. */
function jsonRows({ columns, rows }: QueryAnswer): string {
  const names = distinct(columns.map(({ name }) => name));
  const objects = rows.map((row) =>
    Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}

/** Names of which each is its own: of two columns `a`, the second is `a:1`, as DuckDB counts them. */
function distinct(names: readonly string[]): readonly string[] {
  const given = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let count = 1; given.has(own); count += 1) own = `${name}:${count}`;
    given.add(own);
    return own;
  });
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
