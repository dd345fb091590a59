import { characters, textWidth } from './table-text-width.ts';

/** Where a word that is longer than a line may end: after the marks between parts of ids and ARNs. */
const PARTS = /[^-/:.,_]*[-/:.,_]+|[^-/:.,_]+/gu;

/** A text in lines of at most `width` columns; nothing of it is left out but spaces at line ends. */
export function wrapText(text: string, width: number): readonly string[] {
  if (textWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )(?! )/)) {
    const fits = textWidth(`${line}${word}`.trimEnd()) <= width;
    if (!fits && line !== '') lines.push(line.trimEnd());
    const [last = '', ...before] = [...(fits ? [line + word] : brokenAt(word, width))].reverse();
    lines.push(...before.reverse());
    line = last;
  }
  return [...lines, line.trimEnd()];
}

/** The width of the longest part of a text that no line ends in. */
export function longestPart(text: string): number {
  const parts = text.split(' ').flatMap(partsOf);
  return parts.reduce((most, part) => Math.max(most, textWidth(part)), 0);
}

function partsOf(word: string): readonly string[] {
  return word.match(PARTS) ?? [];
}

/** A word as lines: whole where it fits, else ended at its marks, else wherever the line is full. */
function brokenAt(word: string, width: number): readonly string[] {
  if (textWidth(word.trimEnd()) <= width) return [word];
  const lines: string[] = [];
  let line = '';
  const fitting = partsOf(word).flatMap((part) =>
    textWidth(part.trimEnd()) <= width ? part : characters(part),
  );
  for (const part of fitting) {
    if (line !== '' && textWidth(`${line}${part}`.trimEnd()) > width) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line];
}
