import { createRandom, type Random } from './world/random.ts';

/** What a simulated operation does instead of answering. */
export const FAULT_KINDS = {
  throttle: "The service's throttling error.",
  deny: "The service's access-denied error; never for sts:GetCallerIdentity, which AWS always answers.",
  fail: "The service's internal error with HTTP 500.",
  malformed: 'HTTP 200 with a body that no parser accepts.',
  drop: 'The connection is closed without an answer.',
  cut: 'The connection is closed in the middle of the body.',
  expire: "The service's error of an expired token.",
  skew: 'A server clock that is off by skewMs: refuses signatures over 5 minutes away from it and says its own time, as AWS does to a computer whose clock is wrong.',
  endless: 'The first page again and again, each with a new next token.',
  delay: 'The right answer, delayMs later; together with another fault, that fault later.',
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** A fault to switch on; what is absent does not limit it, so a kind alone stays until cleared. */
export interface Fault {
  readonly kind: FaultKind;
  /** Calls of this Region only, by the Region of the signature. */
  readonly region?: string;
  /** Calls made with credentials of this account only. */
  readonly accountId?: string;
  /** Lets so many calls pass first: "from the 41st call on" is 40. */
  readonly after?: number;
  /** For so many calls. */
  readonly times?: number;
  /** For so long after it was switched on, in milliseconds. */
  readonly forMs?: number;
  /** For this share of the calls, above 0 and up to 1, drawn from a stream of `seed`. */
  readonly rate?: number;
  readonly seed?: number;
  /** Milliseconds; for `delay`. */
  readonly delayMs?: number;
  /** Milliseconds that the server's clock is ahead of this computer's; for `skew`. */
  readonly skewMs?: number;
}

/** A fault that is switched on, and where. */
export interface SetFault extends Fault {
  /** `bedrock:ListGuardrails`, `bedrock:*`, or `*`. */
  readonly operation: string;
}

/** The call that a fault may apply to; null where the request did not say. */
export interface FaultTarget {
  readonly operation: string;
  /** The IAM action that it needs, by which S3 names many operations otherwise. */
  readonly action: string;
  readonly accountId: string | null;
  readonly region: string | null;
}

/** What becomes of one call. */
export interface TakenFault {
  /** Milliseconds to wait before anything is answered. */
  readonly delayMs: number;
  readonly fault: Fault | null;
}

/** Switches of the simulated account, by operation or IAM action (`s3:ListBucket`, `s3:*`) or `*`. */
export interface Faults {
  /** Switches a fault on; it replaces one of the same kind for the same operation and place. */
  set(operation: string, fault: Fault): void;
  /** Clears the faults of an operation, spelled as it was set; all without one. */
  clear(operation?: string): void;
  /** Denies every operation except those of sts, until cleared. */
  denyAll(): void;
  /** The faults that are on; those that have run out are not listed. */
  list(): readonly SetFault[];
  /** Takes what applies to the next call of an operation, counting it down. */
  take(target: FaultTarget): TakenFault;
}

interface Switch {
  readonly operation: string;
  readonly fault: Fault;
  readonly sinceMs: number;
  readonly random: Random;
  seen: number;
  taken: number;
}

/** A set of switches, all off; `clock` counts milliseconds and never goes back. */
export function createFaults(clock: () => number = () => performance.now()): Faults {
  const switches = new Map<string, Switch>();
  const live = () => {
    const nowMs = clock();
    return [...switches.values()].filter((one) => !isOver(one, nowMs));
  };
  return {
    set(operation, fault) {
      const { kind, region = '', accountId = '' } = fault;
      const random = createRandom(`fault/${fault.seed ?? 1}`);
      const added = { operation, fault, sinceMs: clock(), random, seen: 0, taken: 0 };
      switches.set(`${operation} ${kind} ${accountId} ${region}`, added);
    },
    clear(operation) {
      for (const [key, one] of switches) {
        if (operation === undefined || one.operation === operation) switches.delete(key);
      }
    },
    denyAll() {
      this.set(ALL_BUT_STS, { kind: 'deny' });
    },
    list: () => live().map(({ operation, fault }) => ({ ...fault, operation })),
    take(target) {
      const fitting = live()
        .filter((one) => fits(one, target))
        .sort((a, b) => Number(isPattern(a)) - Number(isPattern(b)));
      const isDelay = ({ fault }: Switch) => fault.kind === 'delay';
      const delays = fitting.filter((one) => isDelay(one) && takes(one));
      const first = fitting.find((one) => !isDelay(one) && takes(one));
      const delayMs = delays.reduce((sum, { fault }) => sum + (fault.delayMs ?? 0), 0);
      return { delayMs, fault: first?.fault ?? null };
    },
  };
}

const ALL_BUT_STS = '* but sts';

function isOver({ fault, sinceMs, taken }: Switch, nowMs: number): boolean {
  if (fault.times !== undefined && taken >= fault.times) return true;
  return fault.forMs !== undefined && nowMs - sinceMs >= fault.forMs;
}

function fits({ operation, fault }: Switch, target: FaultTarget): boolean {
  if (fault.region !== undefined && fault.region !== target.region) return false;
  if (fault.accountId !== undefined && fault.accountId !== target.accountId) return false;
  if (fault.kind === 'deny' && target.operation === 'sts:GetCallerIdentity') return false;
  if (operation === ALL_BUT_STS) return !target.operation.startsWith('sts:');
  const names = [target.operation, target.action];
  if (!operation.endsWith('*')) return names.includes(operation);
  return names.some((name) => name.startsWith(operation.slice(0, -1)));
}

/** Counts the call, and whether the fault takes it. */
function takes(one: Switch): boolean {
  const { after = 0, rate = 1 } = one.fault;
  one.seen += 1;
  if (one.seen <= after || (rate < 1 && !one.random.chance(rate))) return false;
  one.taken += 1;
  return true;
}

function isPattern({ operation }: Switch): boolean {
  return operation.includes('*');
}
