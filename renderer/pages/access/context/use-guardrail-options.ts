import { useInventory } from '../../../queries/use-inventory.ts';

/** A guardrail to choose, by the ARN that a request would name. */
export interface GuardrailOption {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

const MOST = 500;

/**
 * Guardrails and their versions as `bedrock:GuardrailIdentifier` names them: the ARN, with `:3` for
 * version 3 and nothing for DRAFT.
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html)
 */
export function useGuardrailOptions(): readonly GuardrailOption[] {
  const answer = useInventory({ dataset: 'guardrails', offset: 0, limit: MOST });
  return (answer.data?.rows ?? []).map(({ item }) => {
    const value =
      item.version === 'DRAFT' ? item.guardrailArn : `${item.guardrailArn}:${item.version}`;
    const version = item.version === 'DRAFT' ? 'DRAFT' : `version ${item.version}`;
    return { value, label: `${item.name}, ${version}`, description: value };
  });
}
