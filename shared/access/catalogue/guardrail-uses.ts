import { partitionOf } from '../../model/partition.ts';
import type { Place } from './place.ts';

/** The condition key that tells a call with a guardrail from one without. */
export const GUARDRAIL_KEY = 'bedrock:GuardrailIdentifier';

/** An id as guardrails have them, which nobody's guardrail is expected to have. */
const ANY_OTHER = 'zzzzzzzzzzzz';

/** With which guardrail a call is made. */
export interface GuardrailUse {
  readonly use: 'without' | 'version' | 'draft' | 'other';
  /** What the call then has, or has not, of the condition key. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

/** A guardrail in the Region and account of a call, and one of its published versions. */
export interface GuardrailVersionRef {
  readonly guardrailArn: string;
  /** A number as text. */
  readonly version: string;
}

/**
 * The calls to try to learn what holds a principal to a guardrail: without one, with a published
 * version, with its draft, with any other. `bedrock:GuardrailIdentifier` holds the ARN with a colon
 * and the version; of the draft the ARN alone; without a guardrail there is no such key (Amazon
 * Bedrock User Guide, "Enforce the use of specific guardrails in model inference requests"). Mantle
 * knows neither guardrails nor the key.
 */
export function guardrailUses(
  place: Place,
  guardrail: GuardrailVersionRef | null,
): readonly GuardrailUse[] {
  const { accountId, region } = place;
  const other = `arn:${partitionOf(region)}:bedrock:${region}:${accountId}:guardrail/${ANY_OTHER}:1`;
  const own: readonly GuardrailUse[] =
    guardrail === null
      ? []
      : [
          {
            use: 'version',
            keys: { [GUARDRAIL_KEY]: [`${guardrail.guardrailArn}:${guardrail.version}`] },
          },
          { use: 'draft', keys: { [GUARDRAIL_KEY]: [guardrail.guardrailArn] } },
        ];
  return [
    { use: 'without', keys: { [GUARDRAIL_KEY]: [] } },
    ...own,
    { use: 'other', keys: { [GUARDRAIL_KEY]: [other] } },
  ];
}

/** What a principal may do with each, by any way of deciding a call that has these keys. */
export function guardrailFreedom<T>(
  uses: readonly GuardrailUse[],
  decideWith: (keys: GuardrailUse['keys']) => T,
): Readonly<Partial<Record<GuardrailUse['use'], T>>> {
  return Object.fromEntries(uses.map(({ use, keys }) => [use, decideWith(keys)]));
}
