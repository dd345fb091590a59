import { segments } from '../matching/match-arn.ts';
import { allOf, anyOf, opposite, type Truth } from '../truth.ts';
import type { StatementOutcome } from './apply-statement.ts';
import { allows, applies, denies, judgeLayer, type Layer } from './judge-layer.ts';
import type { AccessRequest, JudgedRequest, PolicySet, PolicyType } from './request.ts';

/** What decides a request, the strongest first. */
export type DecidedBy =
  | 'explicit-deny'
  | 'rcp'
  | 'scp'
  | 'boundary'
  | 'session'
  | 'resource-policy'
  | 'implicit-deny'
  | 'identity-policy';

/** The answer to a request, with the statements it rests on. */
export interface Decision {
  /**
   * `conditional`: it depends on values of the request that nobody told; `unknown`: on a policy
   * that AWS would refuse and Assay cannot read.
   */
  readonly decision: 'allowed' | 'denied' | 'conditional' | 'unknown';
  readonly by: DecidedBy;
  /** The statements that decided, in the order in which AWS judges. */
  readonly statements: readonly StatementOutcome[];
  /** Where no statement allows: those that came nearest, with what they missed. */
  readonly nearest: readonly StatementOutcome[];
}

/** All layers of policies, each judged. */
interface Judged {
  readonly rcps: readonly Layer[];
  readonly scps: readonly Layer[];
  readonly resource: Layer;
  readonly identity: Layer;
  readonly boundary: Layer | null;
  readonly session: Layer | null;
  /** All of these, in the order in which AWS judges. */
  readonly all: readonly Layer[];
}

/**
 * Decides a request as AWS documents it: an explicit Deny anywhere is final; then RCPs and SCPs must
 * allow at every level; then, within an account, an identity policy within boundary and session
 * policy, or a resource policy; across accounts both.
 * (IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access".)
 */
export function decide(request: AccessRequest, policies: PolicySet): Decision {
  const judged = judge(request, policies);
  const ways = waysIn(request, judged);
  // AWS attaches RCPFullAWSAccess to every level itself, and nobody can detach it: a level whose
  // policies only deny has it all the same.
  const limiting = judged.rcps.filter(({ outcomes }) => outcomes.some(allows));
  const gates: readonly (readonly [DecidedBy, Truth])[] = [
    ['explicit-deny', opposite(anyOf(judged.all.map(({ deny }) => deny)))],
    ['rcp', allOf(limiting.map(({ allow }) => allow))],
    ['scp', allOf(judged.scps.map(({ allow }) => allow))],
    [ways.by, ways.truth],
  ];
  const truth = allOf(gates.map(([, open]) => open));
  const gate = gates.find(([, open]) => open === truth && truth !== 'yes')?.[0] ?? ways.by;
  const unreadable =
    truth === 'unknown' ? judged.all.flatMap((layer) => layer.unreadable)[0] : null;
  const by = unreadable === null || unreadable === undefined ? gate : BY_TYPE[unreadable.type];
  return { decision: wordFor(truth, judged), by, ...reasons(truth, by, judged) };
}

/** What a policy decides where it alone keeps the answer from being known. */
const BY_TYPE: Readonly<Record<PolicyType, DecidedBy>> = {
  identity: 'identity-policy',
  boundary: 'boundary',
  session: 'session',
  scp: 'scp',
  rcp: 'rcp',
  resource: 'resource-policy',
};

function judge(asked: AccessRequest, policies: PolicySet): Judged {
  const { caller, action, resource, resourceAccount, context } = asked;
  const request: JudgedRequest = {
    caller,
    action,
    resource,
    resourceAccount,
    context,
    bounded: policies.boundary !== null,
    lowerAction: action.toLowerCase(),
  };
  const { kind, serviceLinked } = request.caller;
  const levels = (of: PolicySet['scps']) =>
    serviceLinked || of === null ? [] : of.map((level) => judgeLayer(level, request));
  const optional = (of: PolicySet['session']) => (of === null ? null : judgeLayer(of, request));
  const layers = {
    rcps: levels(policies.rcps),
    // SCPs hold principals of the organisation's accounts, and a service is none.
    scps: kind === 'service' ? [] : levels(policies.scps),
    resource: judgeLayer(policies.resource === null ? [] : [policies.resource], request),
    identity: judgeLayer(policies.identity, request),
    boundary: optional(policies.boundary === null ? null : [policies.boundary]),
    session: optional(policies.session),
  };
  const { rcps, scps, identity, boundary, session } = layers;
  return {
    rcps,
    scps,
    resource: layers.resource,
    identity,
    boundary,
    session,
    all: layersOf(layers),
  };
}

function layersOf(judged: Omit<Judged, 'all'>): readonly Layer[] {
  const { rcps, scps, resource, identity, boundary, session } = judged;
  const some = [boundary, session].filter((layer) => layer !== null);
  return [...rcps, ...scps, resource, identity, ...some];
}

interface Way {
  readonly truth: Truth;
  /** What opens the way, or bars it. */
  readonly by: DecidedBy;
}

/** Whether identity and resource policies let the caller in. */
function waysIn(request: AccessRequest, judged: Judged): Way {
  const { caller } = request;
  const { boundary, session } = judged;
  const own: Truth = caller.kind === 'root' ? 'yes' : judged.identity.allow;
  const within = [boundary?.allow ?? 'yes', session?.allow ?? 'yes'];
  const identity = allOf([own, ...within]);
  if (isAcrossAccounts(request)) {
    const named = judged.resource.allow;
    const truth = allOf([identity, named]);
    if (named !== truth && identity === truth) return { truth, by: barrier(own, judged, truth) };
    return { truth, by: 'resource-policy' };
  }
  const direct = granted(judged.resource, 'direct');
  const role = allOf([granted(judged.resource, 'role'), ...within]);
  const truth = anyOf([direct, role, identity]);
  if (truth === 'no' && granted(judged.resource, 'role') === 'yes') {
    return { truth, by: barrier('yes', judged, truth) };
  }
  const byResource = anyOf([direct, role]) === truth && identity !== truth;
  return { truth, by: byResource ? 'resource-policy' : barrier(own, judged, truth) };
}

/** What of identity policies, boundary and session policy makes their sum what it is. */
function barrier(own: Truth, { boundary, session }: Judged, truth: Truth): DecidedBy {
  if (truth === 'yes') return 'identity-policy';
  if (own === truth) return truth === 'no' ? 'implicit-deny' : 'identity-policy';
  if (boundary?.allow === truth) return 'boundary';
  return session?.allow === truth ? 'session' : 'identity-policy';
}

function granted(resource: Layer, named: 'direct' | 'role'): Truth {
  const unsure: readonly Truth[] = resource.unreadable.map(() => 'unknown');
  const grants = resource.outcomes.filter((outcome) => allows(outcome) && outcome.named === named);
  return anyOf([...unsure, ...grants.map(applies)]);
}

/** Resources of AWS itself, such as foundation models, belong to no account. */
function isAcrossAccounts({ caller, resource, resourceAccount }: AccessRequest): boolean {
  const owner = resourceAccount ?? segments(resource)[4] ?? '';
  return caller.account !== '' && owner !== '' && owner !== 'aws' && owner !== caller.account;
}

function wordFor(truth: Truth, judged: Judged): Decision['decision'] {
  if (truth === 'yes') return 'allowed';
  if (truth === 'no') return 'denied';
  return judged.all.some(({ unreadable }) => unreadable.length > 0) ? 'unknown' : 'conditional';
}

type Reasons = Pick<Decision, 'statements' | 'nearest'>;

function reasons(truth: Truth, by: DecidedBy, judged: Judged): Reasons {
  if (truth === 'no' && by !== 'explicit-deny') {
    return { statements: [], nearest: nearestOf(barred(by, judged)) };
  }
  const statements: StatementOutcome[] = [];
  for (const { outcomes } of judged.all) {
    for (const outcome of outcomes) if (bears(outcome, truth)) statements.push(outcome);
  }
  return { statements, nearest: [] };
}

/** Of a denial, the Denies that apply; otherwise what allows, and Denies that perhaps apply. */
function bears(outcome: StatementOutcome, truth: Truth): boolean {
  if (truth === 'no') return denies(outcome) && outcome.applies === 'yes';
  return outcome.applies === 'unknown' || (outcome.applies === 'yes' && allows(outcome));
}

/** The statements among which an Allow was looked for and not found. */
function barred(by: DecidedBy, judged: Judged): readonly StatementOutcome[] {
  const closed = (layers: readonly Layer[]) =>
    layers.filter(({ allow }) => allow === 'no').flatMap(({ outcomes }) => outcomes);
  const { boundary, session } = judged;
  if (by === 'rcp') return closed(judged.rcps);
  if (by === 'scp') return closed(judged.scps);
  if (by === 'boundary') return boundary?.outcomes ?? [];
  if (by === 'session') return session?.outcomes ?? [];
  if (by === 'resource-policy') return judged.resource.outcomes;
  return [...judged.resource.outcomes, ...judged.identity.outcomes];
}

const NEARNESS = ['condition', 'principal', 'resource', 'action'] as const;

/** The Allow statements that fit in most parts. */
function nearestOf(outcomes: readonly StatementOutcome[]): readonly StatementOutcome[] {
  const candidates = outcomes.filter(allows);
  for (const missed of NEARNESS) {
    const near = candidates.filter((outcome) => outcome.missed === missed);
    if (near.length > 0) return missed === 'action' ? [] : near;
  }
  return [];
}
