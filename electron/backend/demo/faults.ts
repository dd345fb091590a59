/** What a simulated operation does instead of answering. */
export type FaultKind =
  /** The service's throttling error. */
  | 'throttle'
  /** The service's access-denied error. */
  | 'deny'
  /** The service's internal error with HTTP 500. */
  | 'fail'
  /** HTTP 200 with a body that no parser accepts. */
  | 'malformed'
  /** The connection is closed without an answer. */
  | 'drop'
  /** The connection is closed in the middle of the body. */
  | 'cut'
  /** The right answer, `delayMs` later. */
  | 'delay';

/** A fault to switch on; without `times` it stays until it is cleared. */
export interface Fault {
  readonly kind: FaultKind;
  readonly times?: number;
  /** Milliseconds; for `delay`. */
  readonly delayMs?: number;
}

/** Switches of the simulated account, by operation (`bedrock:ListGuardrails`, `s3:GetObject`) or `*`. */
export interface Faults {
  set(operation: string, fault: Fault): void;
  clear(operation?: string): void;
  /** Denies every operation except those of sts, until cleared. */
  denyAll(): void;
  /** Takes the fault that applies to the next call of an operation, counting it down. */
  take(operation: string): Fault | null;
}

/** A set of switches, all off. */
export function createFaults(): Faults {
  const active = new Map<string, Fault>();
  let everythingDenied = false;
  return {
    set: (operation, fault) => void active.set(operation, fault),
    clear(operation) {
      if (operation !== undefined) return void active.delete(operation);
      active.clear();
      everythingDenied = false;
    },
    denyAll() {
      everythingDenied = true;
    },
    take(operation) {
      if (everythingDenied && !operation.startsWith('sts:')) return { kind: 'deny' };
      return takeFrom(active, operation) ?? takeFrom(active, '*');
    },
  };
}

function takeFrom(active: Map<string, Fault>, operation: string): Fault | null {
  const fault = active.get(operation);
  if (fault === undefined) return null;
  if (fault.times !== undefined) {
    if (fault.times <= 1) active.delete(operation);
    else active.set(operation, { ...fault, times: fault.times - 1 });
  }
  return fault;
}
