/** Something the palette can do. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is, and where: `Page`, `Agent, 111122223333 eu-west-1`. */
  readonly kind: string;
  /** Other text that it is found by: an id, an ARN. */
  readonly words?: string;
  /** Keys that do the same. */
  readonly keys?: string;
  run(): void;
}

const MAX_SHOWN = 40;

/**
 * The commands that fit what was typed: every word must occur in label, kind or words. Those whose label
 * starts with it come first; otherwise the given order stays.
 */
export function matchingCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = commands.filter(({ label, kind, words: more = '' }) => {
    const text = `${kind} ${label} ${more}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const starts = (command: Command) =>
    words[0] !== undefined && command.label.toLowerCase().startsWith(words[0]);
  const first = fitting.filter(starts);
  return [...first, ...fitting.filter((command) => !first.includes(command))].slice(0, MAX_SHOWN);
}
