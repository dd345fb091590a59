import { printable } from '../model/printable.ts';

/**
 * Text for a cell of a spreadsheet: tabs and line ends stay, other control characters, changes of
 * writing direction and halves of characters are written out (`\u{0}`), as no sheet shows them and
 * some readers stop at them. JSON has the text as it is.
 */
export function sheetText(text: string): string {
  return text.replace(/[^\t\r\n]+/g, printable);
}
