/** Where the values of a JSON text stand. */
export interface JsonPositions {
  /**
   * The line, from 1, of a path such as `Statement[0].Condition.StringEquals`; that of the nearest
   * value around it where there is none. A value that is no list is its own first item.
   */
  lineOf(path: string): number;
  /** Paths of members that an object has more than once: readers take the last. */
  readonly repeated: readonly string[];
  /** How many characters the text has without white space between its values. */
  readonly size: number;
}

interface Node {
  readonly line: number;
  /** By name, or by number as `[0]`. */
  readonly children: Map<string, Node>;
}

interface Open {
  /** Null below the depth that is kept. */
  readonly node: Node | null;
  readonly path: string;
  readonly isList: boolean;
  /** The place of the next item of a list. */
  index: number;
  /** The member whose value comes next; null where a name comes next. */
  key: { readonly name: string; readonly line: number } | null;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|\n|[^\s"[\]{},:]+/gs;

/** What is open around `Statement[0].Condition.StringEquals.key[0]`, the deepest value of a policy. */
const DEPTH = 7;

const MOST_REPEATED = 100;

/** How much of a path is looked at. */
const LONGEST_PATH = 2_000;

/** Finds the values of a text that is JSON, in one walk over it; what lies deeper than in a policy is left out. */
export function jsonPositions(text: string): JsonPositions {
  const root: Node = { line: 1, children: new Map() };
  const open: Open[] = [{ node: root, path: '', isList: true, index: 0, key: null }];
  const repeated: string[] = [];
  let line = 1;
  let size = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    const around = open.at(-1);
    if (around === undefined) break;
    if (token === '\n') {
      line += 1;
      continue;
    }
    size += token.length;
    if (token === '}' || token === ']') open.pop();
    else if (token === ',') {
      around.index += 1;
      around.key = null;
    } else if (!around.isList && around.key === null && token !== ':') {
      around.key = { name: nameOf(token), line };
      const isNew = around.node?.children.has(around.key.name) !== true;
      if (!isNew && repeated.length < MOST_REPEATED) repeated.push(pathOf(around));
    } else if (token !== ':') {
      const node = open.length > DEPTH ? null : place(around, line);
      if (token === '{' || token === '[') open.push(opened(around, node, token === '['));
    }
  }
  const document = root.children.get('[0]') ?? root;
  return { repeated, size, lineOf: (path) => find(document, path.slice(0, LONGEST_PATH)).line };
}

function nameOf(token: string): string {
  const name: unknown = JSON.parse(token);
  return String(name);
}

function opened(around: Open, node: Node | null, isList: boolean): Open {
  return { node, path: node === null ? '' : pathOf(around), isList, index: 0, key: null };
}

/** The path of what comes next. */
function pathOf({ path, isList, index, key }: Open): string {
  if (isList) return path === '' && index === 0 ? '' : `${path}[${index}]`;
  const name = key?.name ?? '';
  return path === '' ? name : `${path}.${name}`;
}

function place({ node, isList, index, key }: Open, line: number): Node | null {
  if (node === null) return null;
  const child: Node = { line: key?.line ?? line, children: new Map() };
  node.children.set(isList ? `[${index}]` : (key?.name ?? ''), child);
  return child;
}

/** Names may have dots, so that every dot may be the end of one. */
function find(node: Node, path: string): Node {
  if (path === '') return node;
  const rest = path.startsWith('.') ? path.slice(1) : path;
  for (const end of ends(rest)) {
    const child = node.children.get(rest.slice(0, end));
    if (child !== undefined) return find(child, rest.slice(end));
  }
  return rest.startsWith('[0]') ? find(node, rest.slice(3)) : node;
}

const MOST_ENDS = 50;

function ends(path: string): readonly number[] {
  const found: number[] = [];
  for (let at = 1; at < path.length && found.length < MOST_ENDS; at += 1) {
    if (path[at] === '.' || path[at] === '[') found.push(at);
  }
  return [...found, path.length];
}
