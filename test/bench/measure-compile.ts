import { actionOf } from '../../shared/access/catalogue/route.ts';
import { compileAccess } from '../../shared/access/compile/compile-access.ts';
import { decide } from '../../shared/access/evaluate/decide.ts';
import { whoCan } from '../../shared/access/explain/who-can.ts';
import { type AccessPrincipal, OPEN_CONTEXT } from '../../shared/access/world/access-world.ts';
import { requestOf } from '../../shared/access/world/request-of.ts';
import { type BenchOrganization, benchOrganization, inOneRegion } from './bench-organization.ts';
import { cpuSecondsSince } from './measure-command.ts';
import { seededRandom } from './seeded-random.ts';

/** The decisions of an organisation compiled, and asked for. */
export interface CompileMeasurement {
  readonly principals: number;
  readonly models: number;
  readonly statements: number;
  /** Routes and parts of one account. */
  readonly routes: number;
  readonly parts: number;
  /** Of all principals, all routes and both operations. */
  readonly decisions: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The same of the ways of one Region, where each model is offered: how many, and processor time. */
  readonly oneRegion: { readonly decisions: number; readonly cpuSeconds: number };
  /** What stays of it, in MB. */
  readonly keptMb: number;
  readonly peakMb: number;
  /** Everybody who may call one model, by processor time. */
  readonly whoCanMs: number;
  /** The letters of all principals, by processor time. */
  readonly lettersMs: number;
  /** The same for calls without a guardrail, compiled anew as far as it needs to be. */
  readonly unguardedMs: number;
  readonly letters: string;
  /** Plain `decide` on a sample of decisions, processor time, and how many of them were otherwise. */
  readonly sample: number;
  readonly sampleCpuSeconds: number;
  readonly otherwise: number;
}

const AT = '2026-11-20T12:00:00Z';
const ANY = { operation: 'invoke', region: null } as const;
const OPERATIONS = ['invoke', 'stream'] as const;
const [principals, models, sample] = process.argv.slice(2).map(Number);
const organization = benchOrganization(principals ?? 5_000, models ?? 200);
console.log(JSON.stringify(measure(organization, sample ?? 2_000) satisfies CompileMeasurement));

function measure(given: BenchOrganization, asked: number): CompileMeasurement {
  const { world, catalogue } = given;
  const choice = OPEN_CONTEXT;
  const oneRegion = compileOneRegion(inOneRegion(given));
  globalThis.gc?.();
  const memory = heldMb();
  const [started, before] = [performance.now(), process.cpuUsage()];
  const access = compileAccess({
    world,
    catalogue,
    requestOf: (question) => requestOf({ ...question, world, choice, at: AT }),
  });
  for (const principal of world.principals) access.row(principal, 'invoke');
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = cpuSecondsSince(before);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  globalThis.gc?.();
  const keptMb = heldMb() - memory;
  const [whoCanMs] = timed(() => callersOf(given, access));
  const [lettersMs, letters] = timed(() =>
    world.principals.map((one) => access.letters(one, ANY)).join(''),
  );
  const bare = { ...choice, keys: { 'bedrock:GuardrailIdentifier': [] } };
  const [unguardedMs] = timed(() => {
    const unguarded = access.again({
      world,
      requestOf: (question) => requestOf({ ...question, world, choice: bare, at: AT }),
      changedKeys: Object.keys(bare.keys),
    });
    return world.principals.map((one) => unguarded.letters(one, ANY)).join('');
  });
  return {
    ...sizesOf(given),
    seconds,
    cpuSeconds,
    oneRegion,
    keptMb,
    peakMb,
    whoCanMs,
    lettersMs,
    unguardedMs,
    letters: countLetters(letters),
    ...compare(given, access, asked),
  };
}

function compileOneRegion(given: BenchOrganization): CompileMeasurement['oneRegion'] {
  const { world, catalogue } = given;
  globalThis.gc?.();
  const before = process.cpuUsage();
  const choice = OPEN_CONTEXT;
  const access = compileAccess({
    world,
    catalogue,
    requestOf: (question) => requestOf({ ...question, world, choice, at: AT }),
  });
  for (const principal of world.principals) access.row(principal, 'invoke');
  return { decisions: sizesOf(given).decisions, cpuSeconds: cpuSecondsSince(before) };
}

function heldMb(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / 1e6);
}

function timed<T>(run: () => T): readonly [ms: number, answer: T] {
  const before = process.cpuUsage();
  const answer = run();
  return [cpuSecondsSince(before) * 1000, answer];
}

type Access = ReturnType<typeof compileAccess>;

function callersOf({ world, catalogue }: BenchOrganization, access: Access) {
  const modelId = catalogue.models[0]?.modelId ?? '';
  const decideRoute: Parameters<typeof whoCan>[0]['decide'] = (principal) =>
    access.decider(principal, 'invoke');
  const decideModel = (principal: AccessPrincipal) => access.cell(principal, modelId, ANY);
  return whoCan({ world, catalogue, modelId, region: null, decide: decideRoute, decideModel });
}

function sizesOf({ world, catalogue }: BenchOrganization) {
  const routes = catalogue.routesIn(world.principals[0]?.accountId ?? '');
  const all = world.principals.map((one) => catalogue.routesIn(one.accountId).length);
  const statements = world.principals.flatMap(({ policies }) =>
    policies.identity.map(({ policy }) => policy.statements.length),
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    principals: world.principals.length,
    models: catalogue.models.length,
    statements: sum(statements),
    routes: routes.length,
    parts: sum(routes.map(({ parts }) => parts.length)),
    decisions: sum(all) * OPERATIONS.length,
  };
}

function countLetters(letters: string): string {
  const count = (letter: string) => letters.split(letter).length - 1;
  return ['A', 'C', 'U', 'D', '-'].map((letter) => `${letter} ${count(letter)}`).join(', ');
}

/** Decides a sample of routes part by part; a part that is denied ends it. */
function compare({ world, catalogue }: BenchOrganization, access: Access, asked: number) {
  const random = seededRandom(11);
  const chosen = Array.from({ length: asked }, () => {
    const principal = random.pick(world.principals);
    const route = random.pick(catalogue.routesIn(principal.accountId));
    return { principal, route, operation: random.pick(OPERATIONS) };
  });
  const before = process.cpuUsage();
  const words = chosen.map(({ principal, route, operation }) => {
    const action = actionOf(route.plane, operation);
    const parts = new Set<string>();
    for (const part of route.parts) {
      const question = { principal, part, action, world, choice: OPEN_CONTEXT, at: AT };
      const { request, policies } = requestOf(question);
      const { decision } = decide(request, policies);
      parts.add(decision);
      if (decision === 'denied') break;
    }
    return ['denied', 'unknown', 'conditional'].find((word) => parts.has(word)) ?? 'allowed';
  });
  const sampleCpuSeconds = cpuSecondsSince(before);
  const otherwise = chosen.filter(
    ({ principal, route, operation }, at) =>
      access.decision(principal, route, operation) !== words[at],
  ).length;
  return { sample: asked, sampleCpuSeconds, otherwise };
}
