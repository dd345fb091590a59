import type { Route } from '../../../../shared/access/catalogue/route.ts';
import type { CellProof } from '../../../../shared/access/explain/explain-cell.ts';
import type { AccessPrincipal } from '../../../../shared/access/world/access-world.ts';
import type { CallGate, DecisionWord, RegionGate } from '../../../../shared/api/access-answers.ts';
import { groupThousands } from '../../../../shared/model/group-thousands.ts';
import type { Period } from '../../../../shared/model/period.ts';
import type { AccessBase } from './access-base.ts';

/** What a sentence about a call says beside IAM's answer. */
interface Gated {
  /** IAM's own answer in words. */
  readonly sentence: string;
  readonly decision: DecisionWord;
  readonly gates: readonly CallGate[];
  /** Calls that succeeded over the same endpoint in the same Region. */
  readonly seen: { readonly calls: number; readonly window: Period };
}

/**
 * A sentence that does not call a call allowed which an enforced guardrail refuses: a caller who may
 * not apply it gets an error. (Amazon Bedrock User Guide, "Set up permissions to use Amazon Bedrock
 * Guardrails".) Where calls succeeded all the same, it says that.
 */
export function headline({ sentence, decision, gates, seen }: Gated): string {
  const isShut = gates.some(({ gate, state }) => gate === 'guardrail' && state === 'closed');
  if (!isShut || decision === 'denied') return sentence;
  const by = decision === 'allowed' ? 'Allowed by IAM' : 'Where IAM allows it';
  if (seen.calls === 0) return `${by}, fails at the guardrail that is enforced. ${sentence}`;
  const calls = `${groupThousands(String(seen.calls))} ${seen.calls === 1 ? 'call' : 'calls'}`;
  return `${by}, should fail at the guardrail that is enforced, yet ${calls} succeeded since ${seen.window.from}. ${sentence}`;
}

/** Calls that succeeded to the model of a way, over its endpoint and from its Region. */
export function callsOver(
  { use }: Pick<AccessBase, 'use'>,
  { arn }: Pick<AccessPrincipal, 'arn'>,
  { modelId, region, plane }: Pick<Route, 'modelId' | 'region' | 'plane'>,
): Gated['seen'] {
  const rows = use
    .rowsOf(arn)
    .filter((row) => row.modelId === modelId && row.region === region && row.plane === plane);
  return { calls: rows.reduce((sum, { calls }) => sum + calls, 0), window: use.window };
}

/** A cell, its gates by Region. */
interface GatedCell {
  readonly principal: AccessPrincipal;
  readonly proof: CellProof;
  readonly modelId: string;
  readonly gates: readonly RegionGate[];
}

/** The sentence of a cell with what the gates of its best way say. */
export function gatedSentence(
  base: Pick<AccessBase, 'use'>,
  { principal, proof, modelId, gates }: GatedCell,
): string {
  const { sentence, decision, routes } = proof;
  const [best] = routes;
  if (best === undefined || best.plane === 'bedrock-mantle') return sentence;
  const here = gates.filter(({ region }) => region === best.region);
  const seen = callsOver(base, principal, { ...best, modelId });
  return headline({ sentence, decision, gates: here, seen });
}
