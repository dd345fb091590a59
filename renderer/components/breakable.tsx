import { Fragment } from 'react';

/**
 * Names of code without spaces, with places where a line may break: between words in camel case, and
 * behind `/`, `:`, `_`, `-` and `.`, but not inside a number or date or before a version at the end. Nothing is added to the text, so that it is copied as it is.
 */
export function Breakable({ text }: { readonly text: string }) {
  return breakableParts(text).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
    <Fragment key={index}>
      {index === 0 ? null : <wbr />}
      {wholeNumbers(part)}
    </Fragment>
  ));
}

const LONG_WORD = 30;

/** A sentence whose long names, as ARNs, may break where `Breakable` breaks them. */
export function BreakableWords({ text }: { readonly text: string }) {
  return text.split(/(?<= )/).map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: words of one text have no identity but their place
    <Fragment key={index}>{word.length < LONG_WORD ? word : <Breakable text={word} />}</Fragment>
  ));
}

/** A text whose versions and dates browsers do not break at their hyphens. */
function wholeNumbers(text: string) {
  if (!/\d-\d/.test(text)) return text;
  return text.split(/(\S*\d-\d\S*)/).map((word, index) =>
    index % 2 === 0 ? (
      word
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: words of one text have no identity but their place
      <span key={index} className="figure">
        {word}
      </span>
    ),
  );
}

/** The parts of a name between which a line may break; joined they are the name again. */
export function breakableParts(text: string): readonly string[] {
  return text.split(
    /(?<=[a-z0-9])(?=[A-Z])|(?<=[/_]|(?<!\d)[-.]|[-.](?!\d))(?=[^/:_.-])|(?<=:)(?=[^/:_.-])(?!\d+$)/,
  );
}
