import type { QueryAnswer } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { type Cell, type ItemColumn, type Table, tableOf } from '../../shared/reports/table.ts';
import { VIEW_NAMES } from '../backend/store/schema/views.ts';
import { noPositionals, onlyPositional, optionalText, usageError } from './arguments.ts';
import { beforeEnd } from './before-end.ts';
import type { Command, CommandRun, OptionValues } from './command.ts';
import { DELIVERY_OPTIONS, deliver, deliveryOf } from './delivery.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
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
  usage: 'query "<select>" | --views',
  details: `Runs one read-only SELECT over the documented views, events and invocations among them (--views lists them with their columns, docs/cli.md says what these mean). At most ${LIMIT} rows; a longer answer is cut and stderr says so.`,
  options: {
    timeout: {
      type: 'string',
      value: 'SECONDS',
      help: `end the query after so long, with exit code 3 (default: ${DEFAULT_SECONDS})`,
    },
    views: { type: 'boolean', help: 'list the views with their columns and types' },
    ...DELIVERY_OPTIONS,
  },
  async run(run: CommandRun) {
    if (run.values.views === true) return listViews(run);
    const { host, global, values, positionals } = run;
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

/** One column of a documented view. */
interface ViewColumn {
  readonly view: string;
  readonly column: string;
  /** As DuckDB names it: `VARCHAR`, `TIMESTAMP WITH TIME ZONE`. */
  readonly type: string;
}

const VIEW_COLUMNS: readonly ItemColumn<ViewColumn>[] = [
  { id: 'view', title: 'View', kind: 'text', value: ({ view }) => view },
  { id: 'column', title: 'Column', kind: 'text', value: ({ column }) => column },
  { id: 'type', title: 'Type', kind: 'text', value: ({ type }) => type },
];

/** Lists what a SELECT may name, as the workspace's own database has it. */
async function listViews({ host, global, values, positionals }: CommandRun): Promise<ExitCode> {
  noPositionals(positionals);
  const delivery = deliveryOf(values);
  const session = { workspace: workspaceOf(host, global), readOnly: true };
  return withBackend(host, session, async ({ call }) => {
    const answers = await Promise.all(
      VIEW_NAMES.map(async (view) => {
        const sql = `SELECT * FROM ${view} LIMIT 0`;
        const { columns } = unwrap(await call('query.run', { sql, limit: 1 }));
        return columns.map(({ name, type }): ViewColumn => ({ view, column: name, type }));
      }),
    );
    const table = tableOf(VIEW_COLUMNS, answers.flat());
    await deliver(host, delivery, { table, title: 'Views' });
    return EXIT.ok;
  });
}

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
