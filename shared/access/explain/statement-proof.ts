import type { OpenPoint, StatementOutcome } from '../evaluate/apply-statement.ts';
import type { AttachedPolicy } from '../evaluate/request.ts';
import type { PlacedPolicy } from '../world/access-world.ts';
import { conditionPhrase } from './condition-words.ts';
import type { ConditionProof, StatementProof } from './proof.ts';

/** A statement that decided, or came nearest, with its conditions in words. */
export function statementProof(outcome: StatementOutcome): StatementProof {
  const { source, statement, applies, missed } = outcome;
  const { id, via, document } = placeOf(source);
  return {
    policyId: id,
    policyName: source.name,
    via,
    type: source.type,
    index: statement.index,
    sid: statement.sid,
    effect: statement.effect,
    applies: applies === 'unknown' ? 'perhaps' : applies,
    missed,
    conditions: conditionProofs(outcome),
    json: document === null ? '' : statementText(document, statement.index),
  };
}

/** What a policy tells of its place; one that came without has its name alone. */
export function placeOf(source: AttachedPolicy): Pick<PlacedPolicy, 'id' | 'via' | 'document'> {
  return isPlaced(source) ? source : { id: source.name, via: '', document: null };
}

function isPlaced(source: AttachedPolicy): source is PlacedPolicy {
  return 'document' in source && 'via' in source;
}

/** The open points of a statement; of one that applies for sure, all its conditions, which hold. */
function conditionProofs({
  statement,
  applies,
  open,
}: StatementOutcome): readonly ConditionProof[] {
  const points = applies === 'yes' ? statement.conditions : open;
  return points.map((point) => conditionProof(point, statement.effect));
}

function conditionProof(
  point: OpenPoint,
  effect: StatementOutcome['statement']['effect'],
): ConditionProof {
  const { operator, key, values } = point;
  const verb = effect === 'Allow' ? 'allowed only' : 'denied';
  return { operator, key, values, words: `${verb} ${conditionPhrase(point)}` };
}

/** A statement of a document as it stands there, indented; empty where the text is no JSON. */
export function statementText(document: string, index: number): string {
  const parsed = parse(document);
  const given: unknown = isRecord(parsed) ? parsed.Statement : undefined;
  const statement: unknown = Array.isArray(given) ? given[index] : given;
  return statement === undefined ? '' : JSON.stringify(statement, null, 2);
}

function parse(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    // A document that is no JSON has no statements, which the evaluator tells as a problem.
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
