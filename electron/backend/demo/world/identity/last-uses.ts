import { type Instant, instantOfMs } from '../../../../../shared/model/period.ts';
import type { ManagementAct } from '../cloudtrail-record.ts';
import type { WorldCaller, WorldInvocation } from '../facts.ts';

/** The last use of a service by a principal or with an access key. */
export interface LastUse {
  /** The IAM namespace: `bedrock`. */
  readonly service: string;
  readonly at: Instant;
  readonly region: string;
  /** The actions other than model calls, each with its last use. */
  readonly actions: ReadonlyMap<string, { readonly at: Instant; readonly region: string }>;
}

/** Last uses by the ARN of a principal and by the id of an access key, one entry for each service. */
export interface LastUses {
  ofPrincipal(arn: string): readonly LastUse[];
  ofKey(accessKeyId: string): readonly LastUse[];
}

interface Use {
  readonly time: number;
  readonly region: string;
  readonly caller: WorldCaller;
  readonly service: string;
  /** Null for model calls. */
  readonly action: string | null;
}

/** Looks through all calls and acts once; both are oldest first. */
export function createLastUses(
  calls: readonly WorldInvocation[],
  acts: readonly ManagementAct[],
): LastUses {
  const byHolder = new Map<string, Map<string, LastUse>>();
  for (const use of inOrder(tellingCalls(calls), acts)) {
    for (const holder of [use.caller.arn, use.caller.accessKeyId]) {
      const services = byHolder.get(holder) ?? new Map<string, LastUse>();
      byHolder.set(holder, services.set(use.service, later(services.get(use.service), use)));
    }
  }
  const of = (holder: string) => [...(byHolder.get(holder)?.values() ?? [])];
  return { ofPrincipal: of, ofKey: of };
}

/** The first and the last call of each caller: those between tell nothing, and may be millions. */
function tellingCalls(calls: readonly WorldInvocation[]): readonly WorldInvocation[] {
  const first = new Map<string, WorldInvocation>();
  const last = new Map<string, WorldInvocation>();
  for (const call of calls) {
    const caller = `${call.caller.arn} ${call.caller.accessKeyId}`;
    if (!first.has(caller)) first.set(caller, call);
    last.set(caller, call);
  }
  return [...first.values(), ...last.values()];
}

function inOrder(
  calls: readonly WorldInvocation[],
  acts: readonly ManagementAct[],
): readonly Use[] {
  return [...calls.map(usedByCall), ...acts.map(usedByAct)].sort((a, b) => a.time - b.time);
}

function later(known: LastUse | undefined, use: Use): LastUse {
  const at = instantOfMs(Math.floor(use.time / 1000) * 1000);
  const { region, service, action } = use;
  const actions = known?.actions ?? new Map();
  return {
    service,
    at,
    region,
    actions: action === null ? actions : new Map(actions).set(action, { at, region }),
  };
}

function usedByCall({ time, region, caller }: WorldInvocation): Use {
  return { time, region, caller, service: 'bedrock', action: null };
}

function usedByAct({ time, region, caller, service, eventName }: ManagementAct): Use {
  return { time, region, caller, service, action: eventName };
}
