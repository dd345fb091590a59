import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { PrincipalKind } from '../../../shared/access/world/access-world.ts';
import type {
  AccessMatrix,
  CellLetter,
  DecisionWord,
  MatrixModel,
  MatrixRow,
} from '../../../shared/api/access-answers.ts';
import { addDays, daysBetween, type Period } from '../../../shared/model/period.ts';
import { countOf, exactCount } from '../../format.ts';

/** What a cell's letter says. */
export const LETTER_WORDS: Readonly<Record<CellLetter, string>> = {
  A: 'allowed',
  C: 'conditional',
  U: 'unknown',
  D: 'denied',
  '-': 'not offered',
};

/** The status that shows a decision. */
export const DECISION_TYPE = {
  allowed: 'success',
  denied: 'error',
  conditional: 'warning',
  unknown: 'pending',
} as const satisfies Record<DecisionWord, StatusIndicatorProps.Type>;

/** What sort of identity a principal is, for a reader. */
export const KIND_WORDS: Readonly<Record<PrincipalKind, string>> = {
  user: 'User',
  'api-key-user': 'API key user',
  role: 'Role',
  'identity-center': 'Identity Center',
  'service-role': 'Service role',
  'service-linked-role': 'Service-linked role',
};

const PREFIX: Readonly<Record<PrincipalKind, string>> = {
  user: 'user/',
  'api-key-user': 'user/',
  role: 'role/',
  'identity-center': '',
  'service-role': 'role/',
  'service-linked-role': 'role/',
};

/** A principal as a row's head: what it is, and its name: `role/batch-etl`, `Developer (SSO)`. */
export function rowName({ kind, name }: Pick<MatrixRow, 'kind' | 'name'>): string {
  return `${PREFIX[kind]}${name}`;
}

/** The letter of a cell; one that is not known reads as unknown. */
export function letterAt(letters: string, at: number): CellLetter {
  const letter = letters[at];
  return letter === 'A' || letter === 'C' || letter === 'D' || letter === '-' ? letter : 'U';
}

/** A cell in a sentence: `role/batch-etl may call Opus 5.5: allowed, 9,412 calls, not approved`. */
export function cellWords(row: MatrixRow, model: MatrixModel, at: number): string {
  const letter = letterAt(row.letters, at);
  const use = row.used.find((each) => each.model === at);
  const calls = use === undefined ? [] : [`${countOf(use.calls, 'call')}, last on ${use.lastDay}`];
  const approval = model.approved ? [] : ['not approved'];
  const verb = letter === 'D' || letter === '-' ? 'may not call' : 'may call';
  return `${rowName(row)} ${verb} ${model.label}: ${[LETTER_WORDS[letter], ...calls, ...approval].join(', ')}`;
}

/** The page's answer: who can, who of them never did, and who did and no longer can. */
export function headline({ rows, window }: AccessMatrix): string {
  const open = rows.filter(({ letters }) => /[AC]/.test(letters));
  const never = open.filter(({ calls }) => calls === 0).length;
  const perhaps = rows.filter(({ letters }) => /^[^AC]*U[^AC]*$/.test(letters)).length;
  const shut = rows.filter(({ letters, calls }) => calls > 0 && !/[ACU]/.test(letters)).length;
  const days = countOf(daysBetween(window.from, window.to), 'day');
  if (open.length + perhaps + shut === 0) return 'No principal that was read can invoke a model.';
  const did = never === 0 ? 'every one did' : `${exactCount(never)} never did`;
  return [
    `${countOf(open.length, 'principal')} can invoke at least one model`,
    ...(open.length === 0 ? [] : [`${did} in ${days}`]),
    ...(perhaps === 0 ? [] : [`${exactCount(perhaps)} unknown`]),
    ...(shut === 0 ? [] : [`${exactCount(shut)} called models in ${days} and can no longer`]),
  ]
    .join('; ')
    .concat('.');
}

/** `prod (111122223333)`, or the id alone where the account has no name. */
export function accountWords(accountId: string, names: Readonly<Record<string, string>>): string {
  const name = names[accountId];
  return name === undefined || name === accountId ? accountId : `${name} (${accountId})`;
}

/** The days over which use is counted: `90 days, 2026-08-23 to 2026-11-20 (UTC)`. */
export function windowWords({ from, to }: Period): string {
  return `${countOf(daysBetween(from, to), 'day')}, ${from} to ${addDays(to, -1)} (UTC)`;
}
