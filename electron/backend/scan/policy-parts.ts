import type { PolicyPart } from '../../../shared/api/answers.ts';
import { MANAGED_POLICY_CHARACTERS, policyDocument, type Statement } from './policy-document.ts';

/**
 * As few managed policies as hold all statements, each valid by itself: one where they fit, else
 * statements are cut between their actions or, where those are fewer, between their resources.
 * `limit`: characters of one policy, white space not counted.
 */
export function policyParts(
  statements: readonly Statement[],
  limit: number = MANAGED_POLICY_CHARACTERS,
): readonly PolicyPart[] {
  const whole = policyDocument(statements);
  if (statements.length === 0) return [];
  if (whole.characters <= limit) return [whole];
  const parts: Statement[][] = [];
  const pieces = statements.flatMap((statement) => piecesOf(statement, limit));
  for (const piece of pieces) {
    const index = parts.findIndex((part) => sizeOf(joined(part, piece)) <= limit);
    const part = parts[index];
    if (part === undefined) parts.push([piece]);
    else parts[index] = joined(part, piece);
  }
  return parts.map(policyDocument);
}

type Side = 'Action' | 'Resource';

/** A statement cut into its smallest pieces along its longer side; in both where that is too long. */
function piecesOf(statement: Statement, limit: number): readonly Statement[] {
  const side = listOf(statement, 'Resource').length > statement.Action.length ? RESOURCE : ACTION;
  return cut(statement, side).flatMap((piece) =>
    sizeOf([piece]) <= limit ? [piece] : cut(piece, side === ACTION ? RESOURCE : ACTION),
  );
}

const ACTION = 'Action';
const RESOURCE = 'Resource';

function cut(statement: Statement, side: Side): readonly Statement[] {
  const values = listOf(statement, side);
  return values.length === 1
    ? [statement]
    : values.map((value) => ({ ...statement, [side]: [value] }));
}

function listOf(statement: Statement, side: Side): readonly string[] {
  return [statement[side]].flat();
}

function sizeOf(statements: readonly Statement[]): number {
  return policyDocument(statements).characters;
}

/** Statements with one more piece, in the statement that it was cut from where that is there. */
function joined(part: readonly Statement[], piece: Statement): Statement[] {
  for (const [index, statement] of part.entries()) {
    const union = unionOf(statement, piece);
    if (union !== null) return part.with(index, union);
  }
  const taken = part.filter(({ Sid }) => Sid.startsWith(piece.Sid)).length;
  return [...part, taken === 0 ? piece : { ...piece, Sid: `${piece.Sid}More${taken}` }];
}

/** Both as one statement that allows no more than they do; null where none does. */
function unionOf(statement: Statement, piece: Statement): Statement | null {
  if (!statement.Sid.startsWith(piece.Sid) || !same(statement.Condition, piece.Condition)) {
    return null;
  }
  const [side, other]: readonly [Side, Side] = same(
    listOf(statement, RESOURCE),
    listOf(piece, RESOURCE),
  )
    ? [ACTION, RESOURCE]
    : [RESOURCE, ACTION];
  if (!same(listOf(statement, other), listOf(piece, other))) return null;
  const values = new Set([...listOf(statement, side), ...listOf(piece, side)]);
  return { ...statement, [side]: [...values] };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
