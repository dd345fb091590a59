import { AppError } from '../../../shared/model/app-error.ts';
import type { Connection } from './database.ts';
import { VIEW_NAMES } from './schema/views.ts';
import { firstLine } from './store-error.ts';

type Node = Readonly<Record<string, unknown>>;

/** Table functions that read nothing but their arguments. */
const ALLOWED_TABLE_FUNCTIONS = new Set(['unnest', 'generate_series', 'range']);
/** Scalar functions that reach outside the views. */
const REFUSED_FUNCTIONS =
  /^(read_|getenv|current_setting|duckdb_|pragma_|query|glob|parquet_|sniff_|which_secret|nextval|currval|setseed|getvariable|write_log|parse_duckdb_log|in_search_path|current_database|add_parquet_key|enable_|disable_|json_execute_serialized_sql|from_substrait|test_)/;

/**
 * Lets one SELECT over the documented views pass, judged by DuckDB's own parser: everything it
 * names is looked at, wherever it stands.
 * @throws AppError `invalid-input` with the reason.
 */
export async function checkSelect(connection: Connection, sql: string): Promise<void> {
  const [row] = await connection.rows('SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS tree', [
    sql,
  ]);
  const tree: unknown = JSON.parse(String(row?.tree ?? 'null'));
  if (!isNode(tree)) throw refuse('it cannot be parsed');
  if (tree.error === true) throw refuse(parserWords(firstLine(String(tree.error_message))));
  const statements = Array.isArray(tree.statements) ? tree.statements : [];
  if (statements.length !== 1) throw refuse('write exactly one SELECT');
  walk(statements[0], new Set(VIEW_NAMES));
}

/** DuckDB's parser says of anything but a SELECT that it cannot be serialized to JSON. */
function parserWords(message: string): string {
  return /Only SELECT statements/.test(message) ? 'write one SELECT, nothing else' : message;
}

function walk(value: unknown, tables: ReadonlySet<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, tables);
    return;
  }
  if (!isNode(value)) return;
  const { cte_map: withEntries, right, ...rest } = value;
  const known = walkCommonTables(withEntries, tables);
  checkNode(value, known);
  for (const child of Object.values(rest)) walk(child, known);
  walk(right, withOwnName(value, known));
}

/**
 * The tables a query may name: those around it, and its own WITH entries. An entry is seen only by
 * those after it; before it, and in itself, DuckDB reads its name as a table or a file.
 */
function walkCommonTables(withEntries: unknown, tables: ReadonlySet<string>): ReadonlySet<string> {
  const entries = isNode(withEntries) && Array.isArray(withEntries.map) ? withEntries.map : [];
  let known = tables;
  for (const entry of entries) {
    walk(entry, known);
    if (isNode(entry) && typeof entry.key === 'string') known = withName(known, entry.key);
  }
  return known;
}

/** The recurring part of a WITH RECURSIVE entry, its right side, sees the entry itself. */
function withOwnName(node: Node, tables: ReadonlySet<string>): ReadonlySet<string> {
  const recurs = node.type === 'RECURSIVE_CTE_NODE' && typeof node.cte_name === 'string';
  return recurs ? withName(tables, String(node.cte_name)) : tables;
}

function withName(tables: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...tables, name.toLowerCase()]);
}

function checkNode(node: Node, tables: ReadonlySet<string>): void {
  if (node.type === 'BASE_TABLE') checkTable(node, tables);
  if (node.type === 'TABLE_FUNCTION') checkTableFunction(node);
  if (node.type === 'SHOW_REF') throw refuse(NO_SHOW);
  if (node.class === 'FUNCTION' && typeof node.function_name === 'string') {
    const name = node.function_name.toLowerCase();
    if (REFUSED_FUNCTIONS.test(name)) throw refuse(`the function ${name} is not allowed`);
  }
}

const NO_SHOW =
  'DESCRIBE, SHOW and SUMMARIZE are not SELECTs; `assay query --views` lists the columns of each view';

function checkTable(node: Node, tables: ReadonlySet<string>): void {
  const name = String(node.table_name);
  const qualified = [node.catalog_name, node.schema_name].some((part) => part !== '' && part);
  if (!qualified && tables.has(name.toLowerCase())) return;
  throw refuse(`'${name}' is none of the views ${VIEW_NAMES.join(', ')}`);
}

function checkTableFunction(node: Node): void {
  const name = isNode(node.function) ? String(node.function.function_name).toLowerCase() : '';
  if (!ALLOWED_TABLE_FUNCTIONS.has(name)) {
    throw refuse(`the table function ${name} is not allowed`);
  }
}

function refuse(reason: string): AppError {
  return new AppError(
    'invalid-input',
    `Only one SELECT over the views ${VIEW_NAMES.join(', ')} is answered: ${reason}.`,
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
