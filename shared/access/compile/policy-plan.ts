import { hasVariable, variableKeys } from '../conditions/variables.ts';
import { matchesAction } from '../matching/match-action.ts';
import type {
  ConditionTest,
  PatternElement,
  Policy,
  PrincipalElement,
  Statement,
} from '../policy/policy.ts';
import type { AskedKeys, KeyScopes } from './key-scopes.ts';

/** A policy with what there is to know of it before any account or principal. */
export interface PolicyPlan {
  /** Those that name an action that calls a model. */
  readonly statements: readonly StatementPlan[];
  /** Whether any statement allows anything at all. */
  readonly grants: boolean;
  /** AWS would refuse it, or it was not read. */
  readonly unreadable: boolean;
  /** Whether some statement depends on who calls. */
  readonly bound: boolean;
  /** Whether it says the same of all operations of a plane. */
  readonly uniform: boolean;
  /** All condition keys that it asks for, in lower case. */
  readonly keys: ReadonlySet<string>;
}

/** A statement with what it depends on. */
export interface StatementPlan {
  readonly version: Policy['version'];
  readonly statement: Statement;
  /** For each action of the list, whether it is named; the same array where the same are. */
  readonly named: readonly boolean[];
  readonly tests: readonly TestPlan[];
  readonly resources: ResourcePlan | null;
  /** Whether `principals` decides by who calls. */
  readonly asksCaller: boolean;
  /** Whether anything of it depends on who calls. */
  readonly bound: boolean;
}

/** A condition, with the keys that it and its variables ask for, in lower case. */
export interface TestPlan extends AskedKeys {
  readonly test: ConditionTest;
  readonly version: Policy['version'];
  /** Equal for tests that say the same. */
  readonly id: string;
}

/** `Resource` or `NotResource`. */
export interface ResourcePlan extends AskedKeys {
  readonly element: PatternElement;
  /** Whether the patterns have variables. */
  readonly variable: boolean;
  readonly id: string;
}

/** What plans are made with. */
export interface Planning {
  readonly scopes: KeyScopes;
  /** In lower case; of each plane as many as there are operations. */
  readonly actions: readonly string[];
  /** Pairs of places in `actions` that a statement must treat alike to be `uniform`. */
  readonly alike: readonly (readonly [number, number])[];
}

/** Plans policies, each once; asking again gives the same plan. */
export function createPlanner(planning: Planning): (policy: Policy) => PolicyPlan {
  const plans = new Map<Policy, PolicyPlan>();
  const named = createActionNames(planning.actions);
  return (policy) => {
    const found = plans.get(policy);
    if (found !== undefined) return found;
    const made = planPolicy(policy, planning, named);
    plans.set(policy, made);
    return made;
  };
}

type ActionNames = (element: PatternElement) => readonly boolean[];

function planPolicy(policy: Policy, planning: Planning, named: ActionNames): PolicyPlan {
  const statements: StatementPlan[] = [];
  for (const statement of policy.statements) {
    const names = named(statement.actions);
    if (names.includes(true))
      statements.push(planStatement({ policy, statement, names }, planning));
  }
  return {
    statements,
    grants: policy.statements.some(({ effect }) => effect === 'Allow'),
    unreadable: policy.problems.some(({ severity }) => severity === 'error'),
    bound: statements.some(({ bound }) => bound),
    uniform: statements.every((plan) =>
      planning.alike.every(([one, other]) => plan.named[one] === plan.named[other]),
    ),
    keys: new Set(statements.flatMap(keysOf)),
  };
}

function keysOf({ tests, resources }: StatementPlan): readonly string[] {
  const asked: readonly AskedKeys[] = resources === null ? tests : [...tests, resources];
  return asked.flatMap(({ ofCaller, ofCall }) => [...ofCaller, ...ofCall]);
}

interface Naming {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly names: readonly boolean[];
}

function planStatement(
  { policy: { version }, statement, names }: Naming,
  planning: Planning,
): StatementPlan {
  const tests = statement.conditions.map((test) => planTest(test, version, planning.scopes));
  const resources = planResources(statement.resources, version, planning.scopes);
  const asksCaller = dependsOnCaller(statement.principals);
  const asked = resources === null ? tests : [...tests, resources];
  const bound = asksCaller || asked.some(({ ofCaller }) => ofCaller.length > 0);
  return { version, statement, named: names, tests, resources, asksCaller, bound };
}

function planTest(test: ConditionTest, version: Policy['version'], scopes: KeyScopes): TestPlan {
  const { operator, key, values } = test;
  const brought = version === '2008-10-17' ? [] : values.flatMap(variableKeys);
  const id = JSON.stringify([version, operator, key, values]);
  return { test, version, id, ...scopes.split([key, ...brought]) };
}

function planResources(
  element: PatternElement | null,
  version: Policy['version'],
  scopes: KeyScopes,
): ResourcePlan | null {
  if (element === null) return null;
  const { except, patterns } = element;
  const variable = version !== '2008-10-17' && patterns.some(hasVariable);
  const keys = scopes.split(variable ? patterns.flatMap(variableKeys) : []);
  return { element, variable, id: JSON.stringify([variable, except, patterns]), ...keys };
}

/** Everyone is everyone; all else depends on who it is. */
function dependsOnCaller(principals: PrincipalElement | null): boolean {
  return principals !== null && (principals.except || !principals.everyone);
}

function createActionNames(actions: readonly string[]): ActionNames {
  const known = new Map<string, number>();
  const bitsOf = (pattern: string) => {
    const found = known.get(pattern);
    if (found !== undefined) return found;
    const bits = actions.reduce(
      (sum, action, at) => (matchesAction(pattern, action) ? sum | (1 << at) : sum),
      0,
    );
    known.set(pattern, bits);
    return bits;
  };
  const lists = new Map<number, readonly boolean[]>();
  return ({ except, patterns }) => {
    let bits = 0;
    for (const pattern of patterns) bits |= bitsOf(pattern);
    if (except) bits = ~bits;
    const names = lists.get(bits) ?? actions.map((_, at) => ((bits >>> at) & 1) === 1);
    lists.set(bits, names);
    return names;
  };
}
