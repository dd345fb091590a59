/**
 * Control characters, line ends, changes of writing direction, characters that nobody sees and halves
 * of characters. Joiners stay: scripts and emoji need them.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text as one line that can be printed: names come from accounts and logs, and a terminal would obey
 * what is in them. What it would obey or not show is written as in `\n` and `\u{1b}`.
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, (found) => NAMED[found] ?? codeOf(found));
}

function codeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
}
