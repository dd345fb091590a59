import type { WorldInvocation } from './facts.ts';

/** What many calls of a day have in common. */
type Shared = Omit<
  WorldInvocation,
  | 'time'
  | 'requestId'
  | 'eventId'
  | 'sourceIp'
  | 'inputTokens'
  | 'outputTokens'
  | 'cacheReadTokens'
  | 'cacheWrite5mTokens'
  | 'cacheWrite1hTokens'
  | 'latencyMs'
  | 'timeToFirstTokenMs'
>;

const COUNTS = 7;
const ID_BYTES = 16;
const NONE = -1;

/** The calls of one day by column; row `at` of each is one call. */
interface Columns {
  readonly times: Float64Array;
  /** Tokens in, out, cache read, cache write for 5 minutes and for 1 hour, latency, first token. */
  readonly counts: Int32Array;
  /** Request id and event id, 16 bytes each. */
  readonly ids: Buffer;
  readonly shared: readonly Shared[];
  readonly sharedAt: Uint32Array;
  /** Every address of the history, once. */
  readonly addresses: readonly string[];
  readonly addressAt: Uint32Array;
}

/** Makes the calls of one day after the other small. */
export type CompactCalls = (calls: readonly WorldInvocation[]) => readonly WorldInvocation[];

/**
 * Makes calls small: about 130 bytes each where an object of its own takes 700, so that millions of
 * them fit into memory. They read the same, but have no members of their own to copy or to print.
 */
export function compactCalls(): CompactCalls {
  const addresses = numbered<string>();
  return (calls) => {
    const sharedIndex = sharedNumbers();
    const columns: Columns = {
      times: Float64Array.from(calls, ({ time }) => time),
      counts: new Int32Array(calls.length * COUNTS),
      ids: Buffer.alloc(calls.length * 2 * ID_BYTES),
      shared: sharedIndex.all,
      sharedAt: Uint32Array.from(calls, sharedIndex.of),
      addresses: addresses.all,
      addressAt: Uint32Array.from(calls, ({ sourceIp }) => addresses.of(sourceIp)),
    };
    for (const [at, call] of calls.entries()) {
      writeCounts(columns.counts, at, call);
      writeId(columns.ids, at * 2, call.requestId);
      writeId(columns.ids, at * 2 + 1, call.eventId);
    }
    return calls.map((_, at) => new CompactCall(columns, at));
  };
}

/** Gives equal values one number. */
function numbered<T>() {
  const known = new Map<T, number>();
  const all: T[] = [];
  return {
    all,
    of(value: T): number {
      const index = known.get(value) ?? all.push(value) - 1;
      known.set(value, index);
      return index;
    },
  };
}

/** Gives calls that have the same in common one number; a caller's calls differ in little. */
function sharedNumbers() {
  const known = new Map<WorldInvocation['caller'], Map<string, number>>();
  const all: Shared[] = [];
  return {
    all,
    of(call: WorldInvocation): number {
      const ofCaller = known.get(call.caller) ?? new Map<string, number>();
      known.set(call.caller, ofCaller);
      const key = varyingKey(call);
      const index = ofCaller.get(key);
      const found = index === undefined ? undefined : all[index];
      if (index !== undefined && found !== undefined && isSameRest(found, call)) return index;
      const added = all.push(sharedOf(call)) - 1;
      ofCaller.set(key, added);
      return added;
    },
  };
}

/** A call that is read from columns. A class, because its getters must not be copied to each call. */
class CompactCall implements WorldInvocation {
  private readonly columns: Columns;
  private readonly at: number;

  constructor(columns: Columns, at: number) {
    this.columns = columns;
    this.at = at;
  }

  get time() {
    return this.columns.times[this.at] ?? 0;
  }
  get requestId() {
    return readId(this.columns.ids, this.at * 2);
  }
  get eventId() {
    return readId(this.columns.ids, this.at * 2 + 1);
  }
  get inputTokens() {
    return this.count(0);
  }
  get outputTokens() {
    return this.count(1);
  }
  get cacheReadTokens() {
    return this.count(2);
  }
  get cacheWrite5mTokens() {
    return this.count(3);
  }
  get cacheWrite1hTokens() {
    return this.count(4);
  }
  get latencyMs() {
    return this.count(5);
  }
  get timeToFirstTokenMs() {
    const ms = this.count(6);
    return ms === NONE ? null : ms;
  }
  get images() {
    return this.shared.images;
  }
  get searchUnits() {
    return this.shared.searchUnits;
  }
  get accountId() {
    return this.shared.accountId;
  }
  get region() {
    return this.shared.region;
  }
  get inferenceRegion() {
    return this.shared.inferenceRegion;
  }
  get operation() {
    return this.shared.operation;
  }
  get modelId() {
    return this.shared.modelId;
  }
  get caller() {
    return this.shared.caller;
  }
  get sourceIp() {
    return this.columns.addresses[this.columns.addressAt[this.at] ?? 0] ?? '';
  }
  get userAgent() {
    return this.shared.userAgent;
  }
  get vpcEndpointId() {
    return this.shared.vpcEndpointId;
  }
  get bearerToken() {
    return this.shared.bearerToken;
  }
  get serviceTier() {
    return this.shared.serviceTier;
  }
  get guardrail() {
    return this.shared.guardrail;
  }
  get stopReason() {
    return this.shared.stopReason;
  }
  get errorCode() {
    return this.shared.errorCode;
  }
  get requestMetadata() {
    return this.shared.requestMetadata;
  }
  get logged() {
    return this.shared.logged;
  }

  private get shared(): Shared {
    const { shared, sharedAt } = this.columns;
    const found = shared[sharedAt[this.at] ?? 0];
    if (found === undefined) throw new RangeError('a compact call has no row');
    return found;
  }

  private count(column: number): number {
    return this.columns.counts[this.at * COUNTS + column] ?? 0;
  }
}

function writeCounts(counts: Int32Array, at: number, call: WorldInvocation): void {
  const values = [
    call.inputTokens,
    call.outputTokens,
    call.cacheReadTokens,
    call.cacheWrite5mTokens,
    call.cacheWrite1hTokens,
    call.latencyMs,
    call.timeToFirstTokenMs ?? NONE,
  ];
  counts.set(values, at * COUNTS);
}

/** Writes the 32 digits of a UUID as 16 bytes. */
function writeId(ids: Buffer, slot: number, id: string): void {
  ids.write(id.replaceAll('-', ''), slot * ID_BYTES, 'hex');
}

function readId(ids: Buffer, slot: number): string {
  const hex = ids.toString('hex', slot * ID_BYTES, (slot + 1) * ID_BYTES);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

function sharedOf(call: WorldInvocation): Shared {
  return {
    images: call.images,
    searchUnits: call.searchUnits,
    accountId: call.accountId,
    region: call.region,
    inferenceRegion: call.inferenceRegion,
    operation: call.operation,
    modelId: call.modelId,
    caller: call.caller,
    userAgent: call.userAgent,
    vpcEndpointId: call.vpcEndpointId,
    bearerToken: call.bearerToken,
    serviceTier: call.serviceTier,
    guardrail: call.guardrail,
    stopReason: call.stopReason,
    errorCode: call.errorCode,
    requestMetadata: call.requestMetadata,
    logged: call.logged,
  };
}

/** What differs between the calls of one caller on one day. */
function varyingKey(call: WorldInvocation): string {
  const { operation, modelId, serviceTier, inferenceRegion, stopReason, errorCode } = call;
  return `${operation} ${modelId} ${serviceTier} ${inferenceRegion} ${stopReason} ${errorCode} ${call.guardrail?.intervened} ${call.logged}`;
}

/** Whether a call agrees in all that its key leaves out. */
function isSameRest(shared: Shared, call: WorldInvocation): boolean {
  return (
    shared.region === call.region &&
    shared.searchUnits === call.searchUnits &&
    isSameImages(shared.images, call.images) &&
    shared.userAgent === call.userAgent &&
    shared.vpcEndpointId === call.vpcEndpointId &&
    shared.bearerToken === call.bearerToken &&
    shared.requestMetadata === call.requestMetadata &&
    shared.guardrail?.id === call.guardrail?.id &&
    shared.guardrail?.version === call.guardrail?.version
  );
}

function isSameImages(one: Shared['images'], other: Shared['images']): boolean {
  if (one === null || other === null) return one === other;
  return one.count === other.count && one.side === other.side && one.quality === other.quality;
}
