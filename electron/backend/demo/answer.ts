import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { denialMessage, isDenied } from './authorize.ts';
import { type CredentialScope, type IssuedTokens, identify, readScope } from './credentials.ts';
import { dated, endlessPage, endlessPages, refuse, withoutEndlessTokens } from './fault-effects.ts';
import type { Fault, Faults, TakenFault } from './faults.ts';
import { awsJson } from './protocols/aws-json.ts';
import { awsQuery } from './protocols/aws-query.ts';
import { JSON_CODES, QUERY_CODES, REST_JSON_CODES } from './protocols/fault-codes.ts';
import { restJson } from './protocols/rest-json.ts';
import type { Reply } from './reply.ts';
import {
  type Call,
  isReply,
  type NamedCall,
  type Operation,
  type Protocol,
  type Service,
} from './service.ts';
import { serviceNameOf } from './services/index.ts';
import { commonFault, spelled, type WireFault } from './wire-fault.ts';
import type { WireRequest } from './wire-request.ts';
import type { World, WorldIdentity } from './world/world.ts';

/** Everything a simulated account answers from. */
export interface Simulation {
  readonly world: World;
  readonly faults: Faults;
  readonly tokens: IssuedTokens;
  /** Services by the signing name of the credential scope. */
  readonly services: ReadonlyMap<string, Service>;
}

/** How one request ended; `transport` is set when the connection itself is to fail. */
export interface Answered {
  readonly reply: Reply;
  readonly transport: 'drop' | 'cut' | null;
  /** `bedrock:ListGuardrails`, or the method and path of a request that names no operation. */
  readonly operation: string;
  readonly accessKeyId: string | null;
  readonly region: string | null;
}

/** One request with what is known before anybody is let in. */
interface Exchange {
  readonly simulation: Simulation;
  readonly request: WireRequest;
  readonly requestId: string;
  readonly scope: CredentialScope | null;
  /** Null for a key that is not known, or has no session token with it. */
  readonly identity: WorldIdentity | null;
  readonly service: Service | undefined;
  readonly protocol: Protocol;
  readonly named: (NamedCall & { readonly run: Operation }) | null;
}

/** Answers one request: names the operation, checks who asks and what for, and runs it. */
export async function answer(simulation: Simulation, request: WireRequest): Promise<Answered> {
  const exchange = open(simulation, request);
  const { named, service, scope, protocol, requestId } = exchange;
  const operation = named === null ? null : `${service?.name}:${named.operation}`;
  const taken = takeFault(exchange, operation);
  const { fault } = taken;
  const reply = await perform(exchange, taken).catch((error: unknown) =>
    protocol.fail(spelled(protocol.codes, error), requestId),
  );
  return {
    reply: fault?.kind === 'malformed' ? { ...reply, body: '<<<{"' } : dated(fault, reply),
    transport: fault?.kind === 'drop' || fault?.kind === 'cut' ? fault.kind : null,
    operation: operation ?? `${request.method} ${request.path}`,
    accessKeyId: scope?.accessKeyId ?? null,
    region: scope?.region ?? null,
  };
}

function takeFault(exchange: Exchange, operation: string | null): TakenFault {
  const { simulation, identity, scope, named } = exchange;
  if (operation === null || named === null) return { delayMs: 0, fault: null };
  const accountId = identity?.accountId ?? null;
  const { action } = named.run;
  return simulation.faults.take({ operation, action, accountId, region: scope?.region ?? null });
}

function open(simulation: Simulation, request: WireRequest): Exchange {
  const scope = readScope(request);
  const service =
    scope === null
      ? guessService(simulation, request)
      : simulation.services.get(serviceNameOf(scope.service, request));
  const protocol = service?.protocol(request) ?? unknownService(request);
  const call = protocol.read(request);
  const offered = scope === null || (service?.offeredIn?.includes(scope.region) ?? true);
  const run = call === null || !offered ? undefined : service?.operations.get(call.operation);
  const named = call === null || run === undefined ? null : { ...call, run };
  const identity = scope === null ? null : identify(scope, request, simulation);
  const requestId = randomUUID();
  return { simulation, request, requestId, scope, identity, service, protocol, named };
}

async function perform(exchange: Exchange, { fault, delayMs }: TakenFault): Promise<Reply> {
  const { protocol, request, named } = exchange;
  const caller = authenticate(exchange);
  if (named === null) {
    const asked = protocol.read(request)?.operation ?? `${request.method} ${request.path}`;
    const text = `The simulated account does not have the operation ${asked}`;
    throw commonFault(protocol.codes, 'unknown-operation', text);
  }
  if (delayMs > 0) await wait(delayMs);
  refuse(fault, request, protocol.codes);
  const call = { ...caller, input: named.input() };
  const { action } = named.run;
  if (fault?.kind === 'deny' || isDenied(action, call.identity.deniedActions)) {
    const text = denialMessage(call, named.run, action.startsWith('s3:'));
    throw commonFault(protocol.codes, 'denied', text);
  }
  const output = await run(named.run, call, fault);
  return isReply(output) ? output : protocol.reply(output, named.operation, call.requestId);
}

async function run(operation: Operation, call: Call, fault: Fault | null): Promise<object> {
  if (fault?.kind !== 'endless') return operation.run(call);
  const output = await operation.run({ ...call, input: withoutEndlessTokens(call.input) });
  return endlessPage(output, endlessPages(call.input) + 1);
}

function authenticate(exchange: Exchange): Omit<Call, 'input'> {
  const { simulation, request, scope, identity, service, protocol, requestId } = exchange;
  if (scope === null) throw unsigned(protocol, request);
  const account = simulation.world.accounts.find((one) => one.accountId === identity?.accountId);
  const off = service?.regional === true && account?.regions.includes(scope.region) === false;
  if (identity === null || off) {
    const text = 'The security token included in the request is invalid.';
    throw commonFault(protocol.codes, 'unknown-key', text);
  }
  return { world: simulation.world, identity, region: scope.region, request, requestId };
}

function unsigned(protocol: Protocol, request: WireRequest): WireFault {
  return request.headers.authorization === undefined
    ? commonFault(protocol.codes, 'missing-token', 'Missing Authentication Token')
    : commonFault(protocol.codes, 'malformed-signature', 'The Authorization header is not SigV4.');
}

/** An unsigned request names no service; the first one that knows the operation answers. */
function guessService(simulation: Simulation, request: WireRequest): Service | undefined {
  return Array.from(simulation.services.values()).find((service) => {
    const read = service.protocol(request).read(request);
    return read !== null && service.operations.has(read.operation);
  });
}

/** How a service that is not simulated says so, guessed from how it was asked. */
function unknownService(request: WireRequest): Protocol {
  if (request.headers['x-amz-target'] !== undefined) {
    return awsJson({ version: '1.1', codes: JSON_CODES });
  }
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return awsQuery({ namespace: 'https://webservices.amazonaws.com/', codes: QUERY_CODES });
  }
  return restJson(REST_JSON_CODES, {});
}
