/** An XML element without its attributes. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** Its text, with entities resolved; only elements without children have a meaning for it. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:.-]+)[^>]*?(\/?)>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Reads the XML that AWS services answer: elements, text and entities; no comments, no CDATA.
 * @throws Error when elements do not close in order.
 */
export function readXml(xml: string): XmlElement {
  const open: OpenElement[] = [{ name: '', children: [], text: '' }];
  for (const [token, closing, name, empty, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (parent === undefined) throw new Error(`nothing is open at ${token}`);
    if (text !== undefined) parent.text += resolveEntities(text);
    else if (closing === '/') close(open, name ?? '');
    else if (name !== undefined && empty === '/') parent.children.push(element(name));
    else if (name !== undefined) open.push(element(name));
  }
  const root = open[0]?.children[0];
  if (open.length !== 1 || root === undefined) throw new Error('the XML does not end');
  return root;
}

function element(name: string): OpenElement {
  return { name, children: [], text: '' };
}

function close(open: OpenElement[], name: string): void {
  const closed = open.pop();
  if (closed?.name !== name) throw new Error(`</${name}> closes <${closed?.name ?? ''}>`);
  open.at(-1)?.children.push(closed);
}

function resolveEntities(text: string): string {
  return text.replace(/&(#x?[\da-fA-F]+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });
}
