import '../access.css';

interface MiddleCutProps {
  readonly text: string;
  /** What stands on hover, as a whole ARN. */
  readonly title?: string;
}

/** How much of the end of a name stays, in characters: names of one sort differ there. */
const KEPT_END = 10;

/** A long name on one line, cut in its middle where there is no room: its end is always seen. */
export function MiddleCut({ text, title }: MiddleCutProps) {
  const { start, end } = cutParts(text);
  return (
    <span className="middle-cut" {...(title === undefined ? {} : { title })}>
      <span className="middle-cut-start">{start}</span>
      <span>{end}</span>
    </span>
  );
}

/** The part of a name that gives way, and the end that stays; short names give way whole. */
export function cutParts(text: string): { readonly start: string; readonly end: string } {
  const at = text.length <= 2 * KEPT_END ? text.length : text.length - KEPT_END;
  return { start: text.slice(0, at), end: text.slice(at) };
}
