/** An AWS error as the wire carries it: code, HTTP status and text; each protocol has its own form. */
export class WireFault extends Error {
  override readonly name = 'WireFault';
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The errors every AWS service has, each under its own code and status. */
export type CommonFault =
  | 'denied'
  | 'throttled'
  | 'internal'
  | 'invalid'
  | 'unknown-key'
  | 'expired'
  | 'skewed'
  | 'missing-token'
  | 'malformed-signature'
  | 'unknown-operation';

/** How one service spells the common errors. */
export type FaultCodes = Readonly<
  Record<CommonFault, { readonly code: string; readonly status: number }>
>;

/** A common error in the spelling of a service. */
export function commonFault(codes: FaultCodes, kind: CommonFault, message: string): WireFault {
  return new WireFault(codes[kind].code, codes[kind].status, message);
}

const INVALID_INPUT = 'invalid-input';

/** A parameter that cannot be read, whatever the service; `spelled` gives it the service's code. */
export function invalidInput(message: string): WireFault {
  return new WireFault(INVALID_INPUT, 400, message);
}

/** The fault as a service spells it; an error of the simulation itself becomes its internal error. */
export function spelled(codes: FaultCodes, error: unknown): WireFault {
  if (!(error instanceof WireFault)) {
    return commonFault(codes, 'internal', error instanceof Error ? error.message : String(error));
  }
  return error.code === INVALID_INPUT ? commonFault(codes, 'invalid', error.message) : error;
}
