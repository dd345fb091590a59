import type { Prompt, PromptVariant } from '../../../../../shared/model/dataset.ts';
import { agentAliasArn } from './agent-templates.ts';
import { known } from './known.ts';
import { AGENT_KEYS, bedrockArn, PLACE, type Place, tenCharacterId } from './names.ts';

/** A prompt as its story tells it. */
export interface PromptPlan {
  readonly place: Place;
  readonly name: string;
  readonly keyArn: string | null;
  readonly variants: readonly PromptVariant[];
  /** How many numbered versions there are. */
  readonly versions: number;
}

/** The ARN of the DRAFT of a prompt of this world. */
export function promptArn(place: Place, name: string): string {
  return bedrockArn(place, `prompt/${tenCharacterId('prompt', place, name)}`);
}

/** The prompt that AWS would tell of; versions are listed newest first. */
export function promptOf({ place, name, keyArn, variants, versions }: PromptPlan): Prompt {
  return {
    promptId: tenCharacterId('prompt', place, name),
    promptArn: promptArn(place, name),
    name,
    updatedAt: '2026-09-08T12:10:00Z',
    settings: known({
      customerEncryptionKeyArn: keyArn,
      defaultVariant: variants[0]?.name ?? null,
      variants,
    }),
    versions: known(Array.from({ length: versions }, (_, index) => String(versions - index))),
  };
}

/** Every prompt of this world. */
export const PROMPT_PLANS: readonly PromptPlan[] = [
  {
    place: PLACE.shop,
    name: 'checkout-greeting',
    keyArn: AGENT_KEYS.shop,
    variants: [
      text('short', 'us.anthropic.claude-haiku-5-5'),
      { ...text('warm', 'us.anthropic.claude-sonnet-5-5'), templateType: 'CHAT' },
    ],
    versions: 2,
  },
  {
    place: PLACE.shop,
    name: 'refund-question',
    keyArn: null,
    variants: [text('default', 'anthropic.claude-3-5-sonnet-20240620-v1:0')],
    versions: 1,
  },
  {
    place: PLACE.support,
    name: 'reply-template',
    keyArn: AGENT_KEYS.support,
    variants: [
      {
        ...text('by-agent', null),
        agentIdentifier: agentAliasArn(PLACE.support, 'ticket-router', 'live'),
      },
    ],
    versions: 0,
  },
  {
    place: PLACE.science,
    name: 'paper-digest',
    keyArn: null,
    variants: [text('default', 'us.anthropic.claude-opus-5-5'), text('draft', null)],
    versions: 3,
  },
];

function text(name: string, modelId: string | null): PromptVariant {
  return { name, templateType: 'TEXT', modelId, agentIdentifier: null };
}
