/** Where a text stops being JSON, and what to write instead. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as editors count. */
  readonly column: number;
  /** As in `} stands where a value is expected`. */
  readonly message: string;
  readonly remedy: string;
}

type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'nothing';

interface Walk {
  readonly open: ('{' | '[')[];
  expected: Expected;
}

const TOKEN = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|[[\]{},:]|[^ \t\r\n"[\]{},:]+/g;

/** The first place at which a text is no JSON (RFC 8259), in one walk over it; null where it is JSON. */
export function jsonFault(text: string): JsonFault | null {
  const walk: Walk = { open: [], expected: 'value' };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const told = faultOf(walk, token);
    if (told !== null) return { ...placeOf(text, index), ...told };
  }
  if (walk.expected === 'nothing') return null;
  return { ...placeOf(text, text.trimEnd().length), ...endFault(walk) };
}

type Told = Pick<JsonFault, 'message' | 'remedy'>;

/** Takes one token; answers what is wrong where it may not stand. */
function faultOf(walk: Walk, token: string): Told | null {
  const { expected, open } = walk;
  if (token === '}' || token === ']') return closed(walk, token);
  if (token === ',' && expected === 'comma') {
    walk.expected = open.at(-1) === '{' ? 'name' : 'value';
    return null;
  }
  if (token === ':' && expected === 'colon') {
    walk.expected = 'value';
    return null;
  }
  const isValue = !',:'.includes(token);
  if (isValue && (expected === 'value' || expected === 'first value')) return valued(walk, token);
  if (token.startsWith('"') && (expected === 'name' || expected === 'first name')) {
    walk.expected = 'colon';
    return textFault(token);
  }
  return misplaced(walk, token);
}

function closed(walk: Walk, token: '}' | ']'): Told | null {
  const { expected, open } = walk;
  const fits = open.at(-1) === (token === '}' ? '{' : '[');
  if (!fits || !['comma', 'first name', 'first value'].includes(expected)) {
    return misplaced(walk, token);
  }
  open.pop();
  walk.expected = open.length === 0 ? 'nothing' : 'comma';
  return null;
}

function valued(walk: Walk, token: string): Told | null {
  if (token === '{' || token === '[') {
    walk.open.push(token);
    walk.expected = token === '{' ? 'first name' : 'first value';
    return null;
  }
  walk.expected = walk.open.length === 0 ? 'nothing' : 'comma';
  return textFault(token);
}

/** A text, number or word that is none; texts end on their line. */
function textFault(token: string): Told | null {
  try {
    JSON.parse(token);
    return null;
  } catch {
    if (!token.startsWith('"')) return wordFault(token);
    if (token.length > 1 && token.endsWith('"')) {
      return {
        message: `the text ${shown(token)} has an escape or a character that JSON does not know`,
        remedy: 'Write a backslash as \\\\ and a tab as \\t.',
      };
    }
    return {
      message: `the text ${shown(token)} has no end`,
      remedy: 'Close it with a double quote on the same line.',
    };
  }
}

function wordFault(token: string): Told {
  if (token.startsWith('//') || token.startsWith('/*') || token.startsWith('#')) {
    return { message: 'a comment stands there', remedy: 'JSON has no comments: take it away.' };
  }
  return {
    message: `${shown(token)} is no JSON value`,
    remedy: 'Texts stand in double quotes; true, false, null and numbers stand alone.',
  };
}

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'first value': 'a value or ]',
  name: 'a name in double quotes',
  'first name': 'a name in double quotes or }',
  colon: 'a colon',
  comma: 'a comma',
  nothing: 'nothing more',
};

function misplaced(walk: Walk, token: string): Told {
  const message = `${shown(token)} stands where ${wordsOf(walk)} is expected`;
  return { message, remedy: remedyFor(walk, token) };
}

function wordsOf({ expected, open }: Walk): string {
  if (expected !== 'comma') return WORDS[expected];
  return `a comma or ${open.at(-1) === '{' ? '}' : ']'}`;
}

function remedyFor({ expected }: Walk, token: string): string {
  const closes = token === '}' || token === ']';
  if (closes && (expected === 'name' || expected === 'value')) {
    return 'Take away the comma before it, or write what should stand there.';
  }
  if (/^(\/\/|\/\*|#)/.test(token)) return 'JSON has no comments: take it away.';
  if (expected === 'nothing') return 'A policy is one JSON object: take away what follows it.';
  if (expected === 'comma' && !closes && token !== ':') return 'Write a comma before it.';
  if (expected === 'comma') return 'Close what was opened last first.';
  if (expected === 'colon') return 'Write a colon between a name and its value.';
  if (token === ',') return 'Take one comma away, or write what should stand before it.';
  return `Write ${WORDS[expected]} there.`;
}

function endFault(walk: Walk): Told {
  const { open } = walk;
  if (open.length === 0) {
    return {
      message: 'the text is empty',
      remedy: 'Write a JSON object with Version and Statement.',
    };
  }
  const ends = open
    .slice(-MOST_ENDS)
    .reverse()
    .map((one) => (one === '{' ? '}' : ']'));
  const more = open.length > MOST_ENDS ? ' and more' : '';
  return {
    message: `the text ends where ${wordsOf(walk)} is expected`,
    remedy: `Finish it, and close what is open: ${ends.join(' ')}${more}.`,
  };
}

const MOST_ENDS = 8;
const LONGEST = 40;

function shown(token: string): string {
  return token.length <= LONGEST ? token : `${token.slice(0, LONGEST)}…`;
}

function placeOf(text: string, at: number): Pick<JsonFault, 'line' | 'column'> {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
