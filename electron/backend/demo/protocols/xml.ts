/** What an XML answer holds; undefined members are left out. */
export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

/** How lists are written: `<member>` or `<item>` inside the list's own element, or that repeated. */
export type XmlLists = 'member' | 'item' | 'flat';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};

/** Writes one element with everything in it. */
export function xmlElement(name: string, value: XmlValue, lists: XmlLists): string {
  if (value === undefined) return '';
  if (isList(value)) {
    if (lists === 'flat') return value.map((item) => xmlElement(name, item, lists)).join('');
    return `<${name}>${value.map((item) => xmlElement(lists, item, lists)).join('')}</${name}>`;
  }
  if (typeof value === 'object') return `<${name}>${xmlMembers(value, lists)}</${name}>`;
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}

/** Writes the members of an object, one element after the other. */
export function xmlMembers(
  members: { readonly [name: string]: XmlValue },
  lists: XmlLists,
): string {
  return Object.entries(members)
    .map(([name, value]) => xmlElement(name, value, lists))
    .join('');
}

/** Text as it stands between two tags. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}
