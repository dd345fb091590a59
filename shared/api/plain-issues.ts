import type { z } from 'zod';

const MOST = 3;

/** What a schema found wrong, for one plain sentence: `regions[0]: expected a Region code`. */
export function plainIssues(error: z.ZodError): string {
  const texts = error.issues.map(issueText);
  const more = texts.length > MOST ? [`and ${texts.length - MOST} more`] : [];
  return [...texts.slice(0, MOST), ...more].join('; ');
}

/**
 * What was wrong with the input of a method, as a sentence without its full stop. The method and the
 * member are named for who calls it, but not where every issue is a sentence of its own, which the
 * person who typed the value understands.
 */
export function inputProblem(method: string, error: z.ZodError): string {
  const text = plainIssues(error);
  return error.issues.every((issue) => isSentence(issue)) ? text : `${method}: ${text}`;
}

/** A schema marks an issue whose message says all by itself with the parameter `sentence`. */
function isSentence(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union') return (issue.errors[0] ?? []).some(isSentence);
  return issue.code === 'custom' && issue.params?.sentence === true;
}

/** Of a choice between shapes, the first is the one that is meant. */
function issueText(issue: z.core.$ZodIssue): string {
  const [inner] = issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : [];
  if (inner !== undefined) return issueText({ ...inner, path: [...issue.path, ...inner.path] });
  if (isSentence(issue)) return issue.message;
  const place = placeOf(issue.path);
  const flat = issue.message.replace(/^Invalid input: /, '').replace(/\s+/g, ' ');
  const text = `${flat.charAt(0).toLowerCase()}${flat.slice(1, 200)}`.replace(/\.$/, '');
  return place === '' ? text : `${place}: ${text}`;
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
