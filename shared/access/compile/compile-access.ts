import type { AccessCatalogue, Operation, Route } from '../catalogue/route.ts';
import type { DecisionWord } from '../decision-word.ts';
import type { Policy } from '../policy/policy.ts';
import type { AccessPrincipal, AccessWorld } from '../world/access-world.ts';
import { type AccountAccess, createAccountAccess } from './account-access.ts';
import { CALL_ACTIONS, SAME_PLANE } from './actions.ts';
import { createKeyScopes, type KeyScopes } from './key-scopes.ts';
import { bestOf } from './model-routes.ts';
import { createPlanner, type PolicyPlan } from './policy-plan.ts';
import type { RequestOf } from './request-of.ts';
import { createRouteBook, type RouteBook } from './route-book.ts';
import { type RouteRow, wordAt } from './route-row.ts';
import { type KnownRows, nothingKnown, rowsBefore } from './rows-before.ts';

/** What is compiled. */
export interface AccessInput {
  readonly world: AccessWorld;
  readonly catalogue: AccessCatalogue;
  /** Of the same world, with what the reader fixes of a request. */
  readonly requestOf: RequestOf;
}

/** Which calls are asked about. */
export interface CallFilter {
  readonly operation: Operation;
  /** Null asks for the best of all Regions. */
  readonly region: string | null;
}

/** What is other than before. */
export interface AccessChange {
  readonly world: AccessWorld;
  readonly requestOf: RequestOf;
  /** Condition keys of which the new `requestOf` says something else. */
  readonly changedKeys: readonly string[];
}

/**
 * The decisions of all principals on all routes, equal to those of `decide` on their parts. An
 * account is judged when it is first asked about; three bits are kept for each route.
 */
export interface CompiledAccess {
  readonly input: AccessInput;
  /** Denied where it is no route of the principal's account. */
  decision(principal: AccessPrincipal, route: Route, operation: Operation): DecisionWord;
  /** The same of one principal, for who asks about many routes. */
  decider(principal: AccessPrincipal, operation: Operation): (route: Route) => DecisionWord;
  /**
   * The best decision on each model of the catalogue, in its order: `A` allowed, `C` conditional,
   * `U` unknown, `D` denied, `-` where no Region of the account offers it.
   */
  letters(principal: AccessPrincipal, filter: CallFilter): string;
  /** The best decision on a model; null where no Region of the account offers it. */
  cell(principal: AccessPrincipal, modelId: string, filter: CallFilter): DecisionWord | null;
  /** The decisions on all routes; null of a principal who is not in the world. */
  row(principal: AccessPrincipal, operation: Operation): RouteRow | null;
  /**
   * The same catalogue under other circumstances. Who is the same object in both worlds, and whose
   * policies ask for none of the changed keys, is not judged again.
   */
  again(change: AccessChange): CompiledAccess;
  /** How many principals were judged so far. */
  judged(): number;
}

/** Compiles all policies of a world against all routes of a catalogue. */
export function compileAccess(input: AccessInput): CompiledAccess {
  const book = createRouteBook(input.world, input.catalogue);
  return build({ input, book, plans: planningFor(input.world), known: nothingKnown });
}

/** Plans of policies, which stay as long as the same keys follow from who calls. */
interface Plans {
  readonly scopes: KeyScopes;
  readonly planOf: (policy: Policy) => PolicyPlan;
}

function planningFor({ principals }: AccessWorld): Plans {
  const scopes = createKeyScopes(principals);
  return { scopes, planOf: createPlanner({ scopes, actions: CALL_ACTIONS, alike: SAME_PLANE }) };
}

interface Building {
  readonly input: AccessInput;
  readonly book: RouteBook;
  readonly plans: Plans;
  readonly known: KnownRows;
}

function build(building: Building): CompiledAccess {
  const { input, book } = building;
  const accounts = createAccounts(building);
  const row: CompiledAccess['row'] = (principal, operation) =>
    accounts.of(principal.accountId).row(principal, operation);
  const decider: CompiledAccess['decider'] = (principal, operation) => {
    const ranks = book.ranksOf(principal.accountId);
    const decided = row(principal, operation);
    return ({ id }) => {
      const rank = ranks.get(id);
      return rank === undefined || decided === null ? 'denied' : wordAt(decided, rank);
    };
  };
  const access: CompiledAccess = {
    input,
    row,
    decider,
    decision: (principal, route, operation) => decider(principal, operation)(route),
    letters: (principal, filter) => lettersOf({ book, row }, principal, filter),
    cell: (principal, modelId, { operation, region }) => {
      const models = book.modelsOf(principal.accountId, region);
      const routes = models[book.indexOf(modelId)] ?? null;
      const decided = row(principal, operation);
      return routes === null || decided === null ? null : bestOf(decided, routes);
    },
    again: (change) => buildAgain(building, access, change),
    judged: accounts.judged,
  };
  return access;
}

interface Accounts {
  of(accountId: string): AccountAccess;
  judged(): number;
}

/** The accounts of a world, each judged when it is asked for. */
function createAccounts({ input, book, plans, known }: Building): Accounts {
  const judged = new Map<string, AccountAccess>();
  const members = new Map<string, AccessPrincipal[]>(book.accountIds.map((id) => [id, []]));
  for (const principal of input.world.principals) members.get(principal.accountId)?.push(principal);
  const judge = (accountId: string) => {
    // Which routes lead to which model is kept; the first question should not have to wait for it.
    book.modelsOf(accountId, null);
    return createAccountAccess({
      ...plans,
      places: book.placesOf(accountId),
      principals: members.get(accountId) ?? [],
      requestOf: input.requestOf,
      arns: book.arns,
      known: known(accountId),
    });
  };
  return {
    of: (accountId) => {
      const access = judged.get(accountId) ?? judge(accountId);
      judged.set(accountId, access);
      return access;
    },
    judged: () => [...judged.values()].reduce((sum, account) => sum + account.judged, 0),
  };
}

function buildAgain(
  { input, book, plans }: Building,
  before: CompiledAccess,
  { world, requestOf, changedKeys }: AccessChange,
): CompiledAccess {
  const { catalogue } = input;
  const resourcesStay = world.resources === input.world.resources;
  const next = planningFor(world);
  const kept = next.scopes.id === plans.scopes.id ? plans : next;
  return build({
    input: { world, catalogue, requestOf },
    book: resourcesStay ? book : createRouteBook(world, catalogue),
    plans: kept,
    known: rowsBefore({ before, world, changedKeys, planOf: kept.planOf }),
  });
}

const LETTERS: Readonly<Record<DecisionWord, string>> = {
  allowed: 'A',
  conditional: 'C',
  unknown: 'U',
  denied: 'D',
};

function lettersOf(
  { book, row }: { readonly book: RouteBook; readonly row: CompiledAccess['row'] },
  principal: AccessPrincipal,
  { operation, region }: CallFilter,
): string {
  const decided = row(principal, operation);
  let letters = '';
  for (const routes of book.modelsOf(principal.accountId, region)) {
    letters += routes === null || decided === null ? '-' : LETTERS[bestOf(decided, routes)];
  }
  return letters;
}
