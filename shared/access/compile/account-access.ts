import { actionOf, type Operation } from '../catalogue/route.ts';
import type { PolicySet } from '../evaluate/request.ts';
import type { Policy } from '../policy/policy.ts';
import type { AccessPrincipal } from '../world/access-world.ts';
import type { AccountPlaces, PartShape } from './account-places.ts';
import { OPERATIONS } from './actions.ts';
import type { ArnIndex } from './arn-index.ts';
import { emptySheet } from './bits.ts';
import { createCallClasses } from './call-classes.ts';
import { createJudge, type JudgePrincipal } from './judge-principal.ts';
import type { KeyScopes } from './key-scopes.ts';
import { createAddLayer } from './layer-sheets.ts';
import type { PolicyPlan } from './policy-plan.ts';
import type { RequestOf } from './request-of.ts';
import { type AccountResources, createResources } from './resource-side.ts';
import { ROW_SETS, type RouteRow, rowAt, writeRow } from './route-row.ts';
import { createStatementFits } from './statement-fits.ts';

/** What the principals of one account may call. */
export interface AccountAccess {
  readonly places: AccountPlaces;
  /** Null where the principal is none of the account's. */
  row(principal: AccessPrincipal, operation: Operation): RouteRow | null;
  /** How many principals had to be judged; the others are as they were. */
  readonly judged: number;
}

/** What the decisions of an account are made from. */
export interface AccountInput {
  readonly places: AccountPlaces;
  readonly principals: readonly AccessPrincipal[];
  readonly requestOf: RequestOf;
  readonly planOf: (policy: Policy) => PolicyPlan;
  readonly scopes: KeyScopes;
  readonly arns: ArnIndex;
  /** The row of a principal for whom nothing has changed; null for all others. */
  readonly known: (principal: AccessPrincipal, operation: Operation) => RouteRow | null;
}

/** Judges all principals of an account; keeps three bits for each route, and nothing else. */
export function createAccountAccess(input: AccountInput): AccountAccess {
  const { places, principals } = input;
  const size = places.routeWords * ROW_SETS;
  const data = new Int32Array(principals.length * OPERATIONS.length * size);
  const indexes = new Map(principals.map(({ arn }, index) => [arn, index] as const));
  const rows: RouteRow[] = [];
  const rowOf = (index: number, operation: Operation) => {
    const at = index * OPERATIONS.length + OPERATIONS.indexOf(operation);
    const row = rows[at] ?? rowAt(data, at * size, places.routeWords);
    rows[at] = row;
    return row;
  };
  const judged = places.routes.length === 0 ? 0 : judgeAll(input, rowOf);
  return {
    places,
    row: ({ arn }, operation) => {
      const index = indexes.get(arn);
      return index === undefined ? null : rowOf(index, operation);
    },
    judged,
  };
}

type RowOf = (index: number, operation: Operation) => RouteRow;

function judgeAll(input: AccountInput, rowOf: RowOf): number {
  const { principals, known } = input;
  let bench: Bench | null = null;
  let judged = 0;
  for (const [index, principal] of principals.entries()) {
    const same = OPERATIONS.map((operation) => known(principal, operation));
    for (const [at, operation] of OPERATIONS.entries()) {
      const row = same[at];
      if (row !== null && row !== undefined) copyRow(rowOf(index, operation), row);
    }
    if (!same.includes(null)) continue;
    bench ??= createBench(input);
    judgeOne(bench, index, (operation) => rowOf(index, operation));
    judged += 1;
  }
  return judged;
}

function copyRow(target: RouteRow, source: RouteRow): void {
  target.allowed.set(source.allowed);
  target.conditional.set(source.conditional);
  target.unknown.set(source.unknown);
}

/** Everything that is needed while an account is judged, and not after. */
interface Bench {
  readonly input: AccountInput;
  readonly judge: JudgePrincipal;
  readonly asked: readonly Asked[];
  /** Whether the resource side says the same of all operations. */
  readonly uniform: boolean;
}

type Asked = ReturnType<RequestOf>;

function createBench(input: AccountInput): Bench | null {
  const { places, principals, requestOf, planOf, scopes, arns } = input;
  const [anyone] = principals;
  const [anyShape] = places.shapes;
  if (anyone === undefined || anyShape === undefined) return null;
  const ask = (shape: PartShape) => askOf(requestOf, anyone, shape);
  const classes = createCallClasses(places, (shape) => ask(shape).request.context);
  const { words } = places;
  const statementFits = createStatementFits({ words, classes, scopes, places, arns });
  const resources = createResources(places, (shape) => ask(shape).policies);
  const asked = principals.map((principal) => askOf(requestOf, principal, anyShape));
  const isShared = sharedPolicies(asked, resources);
  const scratch = emptySheet(words);
  const addLayer = createAddLayer({ words, planOf, statementFits, isShared, scratch });
  const judge = createJudge({ places, resources, planOf, addLayer, statementFits });
  const uniform = policiesOn(resources).every((policy) => planOf(policy).uniform);
  return { input, judge, asked, uniform };
}

function askOf(
  requestOf: RequestOf,
  principal: AccessPrincipal,
  { part, plane }: PartShape,
): Asked {
  return requestOf({ principal, part, action: actionOf(plane, 'invoke') });
}

function judgeOne(
  bench: Bench | null,
  index: number,
  rowOf: (operation: Operation) => RouteRow,
): void {
  const asked = bench?.asked[index];
  if (bench === null || asked === undefined) return;
  const { places, planOf } = bench.input;
  const { request, policies } = asked;
  const uniform = bench.uniform && policiesOf(policies).every((policy) => planOf(policy).uniform);
  const bounded = policies.boundary !== null;
  for (const [at, operation] of OPERATIONS.entries()) {
    const [first] = OPERATIONS;
    if (at > 0 && uniform) copyRow(rowOf(operation), rowOf(first));
    else {
      const asker = { caller: request.caller, bounded, context: request.context, operation };
      writeRow(rowOf(operation), places, bench.judge(policies, asker));
    }
  }
}

/** All policies that bear on a principal, save those of resources. */
export function policiesOf(set: PolicySet): readonly Policy[] {
  const { identity, boundary, session, scps } = set;
  const attached = [...identity, ...(session ?? []), ...(scps ?? []).flat()];
  if (boundary !== null) attached.push(boundary);
  return attached.map(({ policy }) => policy);
}

function policiesOn({ rcps, policies }: AccountResources): readonly Policy[] {
  const levels = rcps.flatMap((group) => group.levels.flat());
  return [...levels, ...policies].map(({ policy }) => policy);
}

/** Policies that more than one principal has; those of resources are everybody's. */
function sharedPolicies(
  asked: readonly Asked[],
  resources: AccountResources,
): (policy: Policy) => boolean {
  const once = new Set<Policy>();
  const shared = new Set(policiesOn(resources));
  for (const { policies } of asked) {
    for (const policy of new Set(policiesOf(policies))) {
      if (once.has(policy)) shared.add(policy);
      once.add(policy);
    }
  }
  return (policy) => shared.has(policy);
}
