/** Characters that terminals draw two columns wide: East Asian ones and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

const SIMPLE = /^[\u0020-\u024f]*$/;

/** How many columns of a terminal a text takes. */
export function textWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  return characters(text).reduce((width, one) => width + widthOf(one), 0);
}

/** What a reader takes for one character each: with its accents, and emoji as a whole. */
export function characters(text: string): readonly string[] {
  if (SIMPLE.test(text)) return [...text];
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function widthOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}
