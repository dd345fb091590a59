import { Fragment } from 'react';
import { CodeBlock } from './code-block.tsx';
import { type JsonToken, jsonTokens, laidOut } from './json-tokens.ts';

interface JsonViewProps {
  /** JSON, laid out anew where it can be parsed. */
  readonly text: string;
  /** What it is, for screen readers: `IAM policy`. */
  readonly label: string;
  /** Height in pixels from which it scrolls. */
  readonly maxHeight?: number;
}

/** JSON with its parts in colours, to be read and copied. */
export function JsonView({ text, label, maxHeight = 360 }: JsonViewProps) {
  const shown = laidOut(text);
  return (
    <CodeBlock text={shown} label={label} maxHeight={maxHeight}>
      {jsonTokens(shown).map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
        <Fragment key={index}>{coloured(token)}</Fragment>
      ))}
    </CodeBlock>
  );
}

function coloured({ kind, text }: JsonToken) {
  return kind === 'plain' ? text : <span className={`json-${kind}`}>{text}</span>;
}
