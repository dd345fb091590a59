import { sheetText } from './to-sheet-text.ts';

/** UTF-16 units that a cell takes (Microsoft, "Excel specifications and limits"). */
const LONGEST_TEXT = 32_767;

/** Whether a cell takes only the beginning of a text. */
export function isCut(text: string): boolean {
  return text.length > LONGEST_TEXT / 8 && legible(text).length > LONGEST_TEXT;
}

/** A text as it stands between XML tags of a workbook; longer than a cell takes, it ends by saying so. */
export function xlsxText(text: string): string {
  const whole = legible(text);
  return escaped(whole.length > LONGEST_TEXT ? cut(whole) : whole);
}

/** Excel knows one kind of line end within a cell. */
function legible(text: string): string {
  return sheetText(text).replace(/\r\n?/g, '\n');
}

function cut(text: string): string {
  const told = ` ... [cut: ${text.length} characters]`;
  const kept = text.slice(0, LONGEST_TEXT - told.length);
  return `${kept.replace(/[\ud800-\udbff]$/, '')}${told}`;
}

/** XML's own characters, and `_x0041_`, which Excel would read as `A` (ECMA-376-1, 22.9.2.19). */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
