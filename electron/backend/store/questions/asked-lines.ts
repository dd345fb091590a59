import type { QuestionText } from './metadata-keys.ts';

/** Ends a line that is needed only where one of the names after it is asked for. */
const IF = /\s*-- if ([\w, -]+)$/;
/** On a line of its own: all of a part. */
const WHOLE_PART = /^-- if ([\w, -]+)$/m;
const COMMENT = /--.*$/;
/** Lines with a name, which stand again wherever a line `-- the <name>` does. */
const NAMED_LINES = /^ *-- (\w+):\n([\s\S]*?)^ *-- end\n/m;

/** The parts of a question that are needed for what is asked. */
export function askedParts(
  parts: readonly string[],
  asked: ReadonlySet<string>,
): readonly string[] {
  return parts.filter((part) => isAsked(WHOLE_PART.exec(part), asked));
}

/**
 * A question's text without the lines, and their parameters, that nobody asked for: columns that are not
 * read cost nothing, and neither does a join or a condition that is not there.
 */
export function askedLines(
  { sql, params }: QuestionText,
  asked: ReadonlySet<string>,
): QuestionText {
  const left: string[] = [];
  const names: string[] = [];
  let at = 0;
  for (const line of sql.split('\n')) {
    const own = params.slice(at, at + (line.replace(COMMENT, '').match(/\?/g)?.length ?? 0));
    at += own.length;
    if (!isAsked(IF.exec(line), asked)) continue;
    left.push(line.replace(IF, ''));
    names.push(...own);
  }
  return { sql: left.join('\n'), params: names };
}

/** A part of a question with its named lines wherever it names them: what is listed is listed once. */
export function withNamedLines(part: string): string {
  const [whole, name, lines] = NAMED_LINES.exec(part) ?? [];
  if (whole === undefined || name === undefined || lines === undefined) return part;
  const again = new RegExp(`^ *-- the ${name}\\n`, 'gm');
  return part.replace(whole, () => lines).replace(again, () => lines);
}

function isAsked(condition: RegExpExecArray | null, asked: ReadonlySet<string>): boolean {
  if (condition === null) return true;
  const names = condition[1]?.split(', ') ?? [];
  return names.some((name) => asked.has(name));
}
