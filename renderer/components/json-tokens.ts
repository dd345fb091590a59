/** A part of a JSON text: a member's name, a string, a number or word, or what stands between. */
export interface JsonToken {
  readonly kind: 'key' | 'string' | 'word' | 'plain';
  readonly text: string;
}

/** A text beyond this is shown without colours: so many elements would slow the page. */
const MOST_COLOURED = 40_000;
const PARTS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?/g;

/** The parts of a JSON text in their order; joined they are the text again. */
export function jsonTokens(text: string): readonly JsonToken[] {
  if (text.length > MOST_COLOURED) return [{ kind: 'plain', text }];
  const tokens: JsonToken[] = [];
  let from = 0;
  for (const match of text.matchAll(PARTS)) {
    const [whole, string, colon] = match;
    if (match.index > from) tokens.push({ kind: 'plain', text: text.slice(from, match.index) });
    const kind = string === undefined ? 'word' : colon === undefined ? 'string' : 'key';
    tokens.push({ kind, text: string ?? whole });
    if (colon !== undefined) tokens.push({ kind: 'plain', text: colon });
    from = match.index + whole.length;
  }
  return from === text.length ? tokens : [...tokens, { kind: 'plain', text: text.slice(from) }];
}

/** JSON with two spaces a level; text that is no JSON as it is. */
export function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Somebody's policy that is no JSON is shown as it was read.
    return text;
  }
}
