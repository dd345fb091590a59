import type { ModelPriceConflict, PriceUsed } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { priceUsed } from '../../shared/cost/prices-used.ts';
import { AppError } from '../../shared/model/app-error.ts';
import { linesOfModel } from '../../shared/prices/lines-of-model.ts';
import type { Cell, Table } from '../../shared/reports/table.ts';
import { toNdjson } from '../../shared/reports/to-ndjson.ts';
import { choice, noPositionals, optionalText } from './arguments.ts';
import { type BundledBook, bundledBook } from './bundled-book.ts';
import type { CliHost, Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FORMATS, formatTable } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';

/** Lists the lines that price usage. */
export const prices: Command = {
  usage: 'prices',
  details:
    'Lists the lines of the price book, in order of precedence: prices of your own, the accounts’ rate\ncards, the Price List, the bundled table; where there is no workspace, the bundled table alone. With --conflicts, where the\nsources disagree.',
  options: {
    model: { type: 'string', value: 'MODEL', help: 'only of this model, in any spelling' },
    conflicts: { type: 'boolean', help: 'prices on which sources disagree' },
    format: {
      type: 'string',
      value: 'table|json|ndjson|csv',
      help: 'a table unless asked otherwise; ndjson is one line each',
    },
  },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const format = choice(values, 'format', [...FORMATS, 'ndjson']);
    const model = optionalText(values, 'model');
    const bundled = bundledBook(host, global);
    const found =
      bundled === null
        ? await workspacePrices(host, workspaceOf(host, global), model)
        : bundledPricesOf(host, bundled, model);
    if (found.lines.length === 0 && model !== null) throw noLineOf(model);
    const own = model === null ? found.conflicts : found.conflicts.filter(concerns(found.lines));
    const table = values.conflicts === true ? conflictTable(own) : lineTable(found.lines);
    const agreed = values.conflicts === true && own.length === 0;
    if (agreed && format === 'table') host.out(`${AGREED}\n`);
    else host.out(format === 'ndjson' ? toNdjson(table) : formatTable(table, format, host.width));
    if (agreed && format !== 'table') host.err.write(`${AGREED}\n`);
    if (own.length > 0 && values.conflicts !== true)
      host.err.write(`Sources disagree on ${own.length} prices: --conflicts lists them.\n`);
    return EXIT.ok;
  },
};

/** Lines and the places where sources disagree. */
interface FoundPrices {
  readonly lines: readonly PriceUsed[];
  readonly conflicts: readonly ModelPriceConflict[];
}

async function workspacePrices(
  host: CliHost,
  workspace: string,
  model: string | null,
): Promise<FoundPrices> {
  return withBackend(host, { workspace, readOnly: true }, async ({ call }) => ({
    lines: unwrap(await call('prices.list', model === null ? {} : { modelId: model })),
    conflicts: unwrap(await call('prices.conflicts', {})),
  }));
}

/** One source cannot disagree with itself. */
function bundledPricesOf(
  { err }: CliHost,
  { prices: book, lookup }: BundledBook,
  model: string | null,
): FoundPrices {
  err.write('There is no workspace: these are the lines of the bundled table alone.\n');
  const lines = linesOfModel(book.lines, model ?? undefined, lookup).map(priceUsed);
  return { lines, conflicts: [] };
}

const AGREED = 'Sources agree on every price that more than one of them has.';

function noLineOf(model: string): AppError {
  return new AppError(
    'not-found',
    `No price line has the model '${model}'. \`assay prices\` lists all lines with their model ids.`,
  );
}

function concerns(lines: readonly PriceUsed[]): (conflict: ModelPriceConflict) => boolean {
  const models = new Set(lines.map(({ modelId }) => modelId));
  return ({ used, others }) =>
    [...(used === null ? [] : [used]), ...others].some(({ modelId }) => models.has(modelId));
}

const LINE_COLUMNS = [
  { id: 'model', title: 'Model', kind: 'text', below: 'plain' },
  { id: 'unit', title: 'Unit', kind: 'text' },
  { id: 'scope', title: 'Scope', kind: 'text' },
  { id: 'tier', title: 'Tier', kind: 'text' },
  { id: 'context', title: 'Context', kind: 'text' },
  { id: 'regions', title: 'Regions', kind: 'text', below: 'named' },
  { id: 'price', title: 'USD', kind: 'text' },
  { id: 'per', title: 'Per', kind: 'count' },
  { id: 'validFrom', title: 'Valid from', kind: 'text', below: 'named' },
  { id: 'checkedOn', title: 'Checked on', kind: 'text', below: 'named' },
  { id: 'source', title: 'Source', kind: 'text', below: 'named' },
] as const satisfies Table['columns'];

function lineTable(lines: readonly PriceUsed[]): Table {
  return { columns: LINE_COLUMNS, rows: lines.map(cellsOf), totals: null, notes: [] };
}

function cellsOf(line: PriceUsed): readonly Cell[] {
  const { modelId, unit, scope, tier, context = 'short', regions, usd, per } = line;
  const where = regions === '*' ? 'all commercial' : regions.join(' ');
  const { validFrom, checkedOn, source } = line;
  return [modelId, unit, scope, tier, context, where, usd, per, validFrom, checkedOn, source];
}

/** The price that holds before what contradicts it, each with the reason. */
function conflictTable(conflicts: readonly ModelPriceConflict[]): Table {
  const columns: Table['columns'] = [
    { id: 'holds', title: 'Holds', kind: 'text' },
    ...LINE_COLUMNS,
    { id: 'reason', title: 'Reason', kind: 'text', below: 'plain' },
  ];
  const rows = conflicts.flatMap(({ used, others, reason }) => [
    ...(used === null ? [] : [['yes', ...cellsOf(used), reason]]),
    ...others.map((line) => ['no', ...cellsOf(line), reason]),
  ]);
  return { columns, rows, totals: null, notes: [] };
}
