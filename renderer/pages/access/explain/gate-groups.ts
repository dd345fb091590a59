import type { CallGate } from '../../../../shared/api/access-answers.ts';

/** A gate, with the Region in which it is met where the answer tells one. */
export type PlacedGate = CallGate & { readonly region?: string };

/** A gate that reads the same in some Regions. */
export interface GateGroup extends CallGate {
  /** Sorted; empty where the answer is about one Region alone. */
  readonly regions: readonly string[];
}

const ORDER: readonly CallGate['state'][] = ['closed', 'unknown', 'open'];

/** Gates that read the same once, with their Regions; closed before unknown before open. */
export function gateGroups(gates: readonly PlacedGate[]): readonly GateGroup[] {
  const groups = new Map<string, GateGroup>();
  for (const { gate, state, sentence, region } of gates) {
    const key = `${gate} ${state} ${sentence}`;
    const regions = new Set(groups.get(key)?.regions);
    if (region !== undefined) regions.add(region);
    groups.set(key, { gate, state, sentence, regions: [...regions].sort() });
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
