import type { Input } from './protocols/input.ts';
import type { Reply } from './reply.ts';
import type { FaultCodes, WireFault } from './wire-fault.ts';
import type { WireRequest } from './wire-request.ts';
import type { World, WorldIdentity } from './world/world.ts';

/** One authenticated call of an operation. */
export interface Call {
  readonly world: World;
  readonly identity: WorldIdentity;
  /** The Region of the signature's scope. */
  readonly region: string;
  readonly input: Input;
  readonly request: WireRequest;
  readonly requestId: string;
}

/** One AWS operation. */
export interface Operation {
  /** The IAM action it needs: `bedrock:InvokeModel` for Converse. */
  readonly action: string;
  /**
   * Method and path of a REST service: `GET /guardrails/{guardrailIdentifier}`; several where
   * services that sign alike share an operation's name.
   */
  readonly http?: string | readonly string[];
  /** The ARN that AWS names when it denies the call; absent where AWS names none. */
  readonly resource?: (call: Call) => string;
  /** Answers members for the protocol to write, or a whole reply. */
  readonly run: (call: Call) => object | Promise<object>;
}

/** What a request asks for; `input` throws where the body cannot be read. */
export interface NamedCall {
  readonly operation: string;
  readonly input: () => Input;
}

/** A wire protocol as one service speaks it. */
export interface Protocol {
  readonly codes: FaultCodes;
  /** The operation a request names, and its parameters when asked; null when it names none. */
  read(request: WireRequest): NamedCall | null;
  reply(output: object, operation: string, requestId: string): Reply;
  fail(fault: WireFault, requestId: string): Reply;
}

/** One AWS service of the simulated account. */
export interface Service {
  /** The IAM prefix; with the operation it names a switch: `bedrock:ListGuardrails`. */
  readonly name: string;
  /** Whether calls are refused in Regions that the account has not switched on. */
  readonly regional: boolean;
  /** Where AWS offers it; everywhere when absent. Elsewhere no operation is known. */
  readonly offeredIn?: readonly string[];
  readonly operations: ReadonlyMap<string, Operation>;
  protocol(request: WireRequest): Protocol;
}

/** A service's operations by name. */
export function operations(entries: Readonly<Record<string, Operation>>): Service['operations'] {
  return new Map(Object.entries(entries));
}

/** Whether an operation answered a whole reply. */
export function isReply(output: object): output is Reply {
  return 'status' in output && 'headers' in output && 'body' in output;
}
