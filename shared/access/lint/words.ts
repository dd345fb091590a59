import { groupThousands } from '../../model/group-thousands.ts';

const LONGEST = 120;

/** A text out of a policy for a sentence: what is very long is cut. */
export function quoted(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** The first few of a list, and how many more there are. */
export function some(names: readonly string[], most = 4): string {
  const more = names.length - most;
  const shown = names.slice(0, most).map(quoted).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** A number with its noun: `1 action`, `22,091 actions`. */
export function counted(count: number, noun: string): string {
  return `${groupThousands(String(count))} ${noun}${count === 1 ? '' : 's'}`;
}
