import { conditionHolds, type Lookup } from './naive-conditions.ts';
import { expansions, type Maybe, resourceMatches, same, tokensMatch } from './naive-patterns.ts';

/**
 * A second evaluator of `assay evaluate`'s cases, written from AWS's documentation alone: slow,
 * obvious, sharing nothing with shared/access. It takes sound policies only.
 */

type Json = Readonly<Record<string, unknown>>;
type Effect = 'Allow' | 'Deny';

interface Who {
  readonly kind: 'root' | 'user' | 'role' | 'session' | 'federated-user' | 'service';
  readonly arn: string;
  readonly account: string;
  /** The last part: the name of the user, of the role, of the role of a session. */
  readonly name: string;
  readonly path: string;
}

interface Question {
  readonly who: Who;
  readonly action: string;
  readonly resource: string;
  readonly lookup: Lookup;
  readonly bounded: boolean;
}

/** How strongly a resource policy's Allow grants (IAM User Guide, "Evaluating policies within a single account"). */
type Strength = 'direct' | 'role' | 'account';

/** Decides a case: IAM User Guide, "How AWS enforcement code logic evaluates requests". */
export function naiveDecision(given: Json): 'allowed' | 'denied' | 'conditional' | 'unknown' {
  const outcome = allowed(given);
  if (outcome === 'maybe') return bearing(given).some(isRefused) ? 'unknown' : 'conditional';
  return outcome ? 'allowed' : 'denied';
}

/** AWS refuses a policy with an action that has no service: what it says is not known. */
function isRefused(policy: Json): boolean {
  const actions = list(policy.Statement).flatMap(({ Action, NotAction }) =>
    [Action, NotAction].flat().filter((each) => typeof each === 'string'),
  );
  return actions.some((each) => each.split(':').length === 1 && each.replaceAll('*', '') !== '');
}

function list(value: unknown): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as Json];
}

function allowed(given: Json): Maybe {
  const question = readQuestion(given);
  const { scps, rcps } = levels(given, question.who);
  const every = bearing(given);
  const denied = some(every, 'Deny', question);
  return same(
    [
      denied === 'maybe' ? 'maybe' : !denied,
      ...scps.map((level) => some(list(level), 'Allow', question)),
      ...rcps.map((level) => passes(list(level), question)),
      granted(given, question),
    ],
    'all',
  );
}

/** Service-linked roles stand outside of both, services outside of SCPs. */
function levels(given: Json, who: Who): Readonly<Record<'scps' | 'rcps', readonly Json[]>> {
  const linked =
    (who.kind === 'role' && who.path.startsWith('aws-service-role/')) ||
    (who.kind === 'session' && who.name.startsWith('AWSServiceRoleFor'));
  return {
    scps: who.kind === 'service' || linked ? [] : list(given.scps),
    rcps: linked ? [] : list(given.rcps),
  };
}

/** Every policy that is asked. */
function bearing(given: Json): readonly Json[] {
  const { scps, rcps } = levels(given, readWho(String(given.principal)));
  return [
    ...list(given.identityPolicies),
    ...list(given.boundary),
    ...list(given.sessionPolicies),
    ...scps.flatMap((level) => list(level)),
    ...rcps.flatMap((level) => list(level)),
    ...list(given.resourcePolicy),
  ];
}

/** RCPFullAWSAccess is attached everywhere and cannot be detached: RCPs that only deny leave it. */
function passes(level: readonly Json[], question: Question): Maybe {
  const hasAllow = level.some((policy) =>
    list(policy.Statement).some(({ Effect }) => Effect === 'Allow'),
  );
  return hasAllow ? some(level, 'Allow', question) : true;
}

function granted(given: Json, question: Question): Maybe {
  const { who } = question;
  const held = (policies: unknown) =>
    list(policies).length === 0 ? true : some(list(policies), 'Allow', question);
  const boundary = given.boundary ? held(given.boundary) : true;
  const session = held(given.sessionPolicies);
  const identity =
    who.kind === 'root' ? true : some(list(given.identityPolicies), 'Allow', question);
  const owner = String(given.resourceAccount ?? question.resource.split(':')[4] ?? '');
  const grants = (strengths: readonly Strength[]) =>
    some(list(given.resourcePolicy), 'Allow', question, strengths);
  const within = (allow: Maybe) => same([allow, boundary, session], 'all');
  // `aws` in the place of an account: the resource is AWS's own.
  if (who.kind !== 'service' && !['', 'aws', who.account].includes(owner)) {
    return same([within(identity), grants(['direct', 'role', 'account'])], 'all');
  }
  return same([within(same([identity, grants(['role'])], 'any')), grants(['direct'])], 'any');
}

function some(
  policies: readonly Json[],
  effect: Effect,
  question: Question,
  strengths?: readonly Strength[],
): Maybe {
  const outcomes = policies.flatMap((policy) =>
    list(policy.Statement)
      .filter((statement) => statement.Effect === effect)
      .map((statement) => applies({ statement, policy, question, strengths })),
  );
  const refused = policies.filter(isRefused).map((): Maybe => 'maybe');
  return same([...outcomes, ...refused], 'any');
}

interface Application {
  readonly statement: Json;
  readonly policy: Json;
  readonly question: Question;
  readonly strengths: readonly Strength[] | undefined;
}

function applies({ statement, policy, question, strengths }: Application): Maybe {
  const variables = policy.Version === '2012-10-17';
  const { action, resource, lookup } = question;
  const texts = (value: unknown) => list(value) as unknown as readonly string[];
  const act = (pattern: string) => tokensMatch(tokens(pattern.toLowerCase()), action.toLowerCase());
  const res = (pattern: string) =>
    same(
      expansions(pattern, { variables, lookup }).map(
        (world) => world !== null && resourceMatches(world, resource),
      ),
    );
  const parts: readonly (() => Maybe)[] = [
    () => either(statement, 'Action', (value) => same(texts(value).map(act), 'any')),
    () => names(statement, question, strengths),
    () => either(statement, 'Resource', (value) => same(texts(value).map(res), 'any')),
    () => conditionHolds(statement.Condition, variables, lookup),
  ];
  const outcomes: Maybe[] = [];
  for (const part of parts) {
    outcomes.push(part());
    if (outcomes.includes(false)) return false;
  }
  return same(outcomes, 'all');
}

function tokens(text: string) {
  return [...text].map((char) => ({ char, wild: char === '*' || char === '?' }));
}

function either(statement: Json, name: string, matches: (value: unknown) => Maybe): Maybe {
  if (statement[name] !== undefined) return matches(statement[name]);
  const not = matches(statement[`Not${name}`]);
  return not === 'maybe' ? not : !not;
}

function names(
  statement: Json,
  question: Question,
  strengths: readonly Strength[] | undefined,
): boolean {
  const { Principal: wanted, NotPrincipal: spared } = statement;
  const { who, bounded } = question;
  if (wanted !== undefined) {
    const found = strengthsOf(wanted, who);
    return strengths === undefined
      ? found.length > 0
      : found.some((one) => strengths.includes(one));
  }
  if (spared === undefined) return true;
  // "will always deny any IAM principal that has a permissions boundary policy attached"
  if (statement.Effect === 'Deny' && bounded) return true;
  const found = strengthsOf(spared, who);
  const listed = found.some((one) => one !== 'account' || who.kind === 'root');
  return !listed && (strengths === undefined || strengths.includes('direct'));
}

function strengthsOf(element: unknown, who: Who): readonly Strength[] {
  if (element === '*') return ['direct'];
  return Object.entries(element as Json).flatMap(([kind, value]) =>
    (list(value) as unknown as readonly string[]).flatMap((name) => strengthOf(kind, name, who)),
  );
}

function strengthOf(kind: string, name: string, who: Who): readonly Strength[] {
  if (kind === 'Service') return who.kind === 'service' && name === who.arn ? ['direct'] : [];
  if (kind !== 'AWS') return [];
  if (name === '*') return ['direct'];
  if (who.kind === 'service') return [];
  const isRole = who.kind === 'role' || who.kind === 'session';
  if (name === who.arn) return isRole && who.kind === 'role' ? ['role'] : ['direct'];
  if (name === who.account || name === `arn:aws:iam::${who.account}:root`) {
    return ['account'];
  }
  const prefix = `arn:aws:iam::${who.account}:role/`;
  const last = name.split('/').at(-1);
  return who.kind === 'session' && name.startsWith(prefix) && last === who.name ? ['role'] : [];
}

function readQuestion(given: Json): Question {
  const who = readWho(String(given.principal));
  const context = Object.entries((given.context ?? {}) as Json).map(
    ([key, value]) => [key.toLowerCase(), list(value).map(String)] as const,
  );
  const known = new Map<string, readonly string[] | undefined>([
    ...derived(who, given),
    ...context,
  ]);
  const otherwise = given.contextComplete === true ? [] : undefined;
  return {
    who,
    action: String(given.action),
    resource: String(given.resource),
    lookup: (key) => {
      const name = key.toLowerCase();
      return known.has(name) ? known.get(name) : otherwise;
    },
    bounded: given.boundary !== undefined && given.boundary !== null,
  };
}

function readWho(arn: string): Who {
  if (!arn.startsWith('arn:')) return { kind: 'service', arn, account: '', name: arn, path: '' };
  const [, , , , account = '', rest = ''] = arn.split(':');
  const [type = '', ...parts] = rest.split('/');
  const kind = type === 'assumed-role' ? 'session' : (type as Who['kind']);
  const name = kind === 'session' ? (parts[0] ?? '') : (parts.at(-1) ?? '');
  return {
    kind,
    arn,
    account,
    name,
    path: parts.slice(0, -1).join('/') + (parts.length > 1 ? '/' : ''),
  };
}

/** "Properties of the principal" and "of the resource" in "AWS global condition context keys". */
function derived(
  who: Who,
  given: Json,
): readonly (readonly [string, readonly string[] | undefined])[] {
  const type = { root: 'Account', user: 'User', role: 'AssumedRole', session: 'AssumedRole' };
  const owner = given.resourceAccount ?? String(given.resource).split(':')[4];
  const resource = owner ? [['aws:resourceaccount', [String(owner)]] as const] : [];
  const service = ['aws:principalisawsservice', [String(who.kind === 'service')]] as const;
  if (who.kind === 'service') return [...resource, service];
  // Roles of Identity Center and of services have a path, which a session does not tell.
  const path = who.kind === 'session' && /^AWS(ReservedSSO_|ServiceRoleFor)/.test(who.name);
  const role = `arn:aws:iam::${who.account}:role/${who.name}`;
  return [
    ...resource,
    service,
    ['aws:principalarn', path ? undefined : [who.kind === 'session' ? role : who.arn]],
    ['aws:principalaccount', [who.account]],
    ['aws:principaltype', [{ ...type, 'federated-user': 'FederatedUser' }[who.kind]]],
    ['aws:username', who.kind === 'user' ? [who.name] : []],
  ];
}
