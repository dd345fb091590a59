import { ACCOUNT } from '../organization.ts';
import { reasoningPolicyArn } from './guardrail-ids.ts';

/** Strengths of a content filter. */
export type Strength = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH';

/** The five harm categories of content filters. */
export const HARMS: readonly string[] = ['SEXUAL', 'VIOLENCE', 'HATE', 'INSULTS', 'MISCONDUCT'];

/** What a guardrail does in one version, in the few words in which this world's differ. */
export interface GuardrailPlanSettings {
  readonly tier: 'CLASSIC' | 'STANDARD';
  /** Null where there is no PROMPT_ATTACK filter at all. */
  readonly promptAttack: Strength | null;
  /** Whether a found prompt attack is blocked or only reported. */
  readonly promptAttackAction: 'BLOCK' | 'NONE';
  readonly harms: Strength;
  /** The harm categories that it filters. */
  readonly categories: readonly string[];
  /** Categories whose filter is switched off in both directions. */
  readonly switchedOff: readonly string[];
  /** Whether filters look at images too. */
  readonly images: boolean;
  readonly topics: readonly string[];
  readonly words: readonly string[];
  readonly profanity: boolean;
  readonly pii: readonly string[];
  readonly piiAction: 'BLOCK' | 'ANONYMIZE';
  /** Regular expressions by name. */
  readonly regexes: Readonly<Record<string, string>>;
  /** Thresholds of GROUNDING and RELEVANCE; null without the policy. */
  readonly grounding: { readonly grounding: number; readonly relevance: number } | null;
  readonly reasoningPolicies: readonly string[];
}

/** A guardrail of this world. */
export interface GuardrailPlan {
  readonly name: string;
  readonly description: string | null;
  readonly accountId: string;
  readonly region: string;
  readonly encrypted: boolean;
  readonly team: string | null;
  /** Oldest version first; the last entry is the DRAFT. */
  readonly history: readonly GuardrailPlanSettings[];
}

const SOLID: GuardrailPlanSettings = {
  tier: 'CLASSIC',
  promptAttack: 'HIGH',
  promptAttackAction: 'BLOCK',
  harms: 'HIGH',
  categories: HARMS,
  switchedOff: [],
  images: false,
  topics: ['Investment advice'],
  words: [],
  profanity: true,
  pii: ['EMAIL', 'CREDIT_DEBIT_CARD_NUMBER', 'AWS_SECRET_KEY'],
  piiAction: 'ANONYMIZE',
  regexes: {},
  grounding: null,
  reasoningPolicies: [],
};
const STANDARD: GuardrailPlanSettings = {
  ...SOLID,
  tier: 'STANDARD',
  images: true,
  words: ['acme confidential', 'project halibut'],
  regexes: { 'order-number': 'ACME-\\d{8}' },
};
const WEAK: GuardrailPlanSettings = {
  ...SOLID,
  promptAttack: 'MEDIUM',
  harms: 'MEDIUM',
  topics: [],
  profanity: false,
  pii: ['EMAIL'],
};
const DETECTS_ATTACKS: GuardrailPlanSettings = { ...SOLID, promptAttackAction: 'NONE' };
const LETS_ATTACKS_IN: GuardrailPlanSettings = {
  ...SOLID,
  promptAttack: 'NONE',
  grounding: { grounding: 0.8, relevance: 0.75 },
};

const US_EAST = { accountId: ACCOUNT.platform, region: 'us-east-1' };
const DUBLIN = { accountId: ACCOUNT.support, region: 'eu-west-1' };

/**
 * Every guardrail of this world. The storefront's is what a guardrail should be, grown from weak
 * beginnings; the shop's Dublin callers stay on version 1 though version 2 is better; the others
 * each lack something: strength, a category, a switch, a threshold, personal data.
 */
export const GUARDRAIL_PLANS: readonly GuardrailPlan[] = [
  plan('storefront', US_EAST, [WEAK, { ...SOLID, topics: [] }, STANDARD, STANDARD], {
    description: 'What shoppers may ask and hear.',
    encrypted: true,
    team: 'storefront',
  }),
  plan('internal-tools', US_EAST, [
    { ...WEAK, pii: [] },
    { ...WEAK, pii: [] },
  ]),
  plan(
    'storefront-eu',
    { accountId: ACCOUNT.platform, region: 'eu-west-1' },
    [{ ...SOLID, topics: [], profanity: false }, STANDARD, STANDARD],
    { encrypted: true, team: 'storefront' },
  ),
  plan('experiments', { accountId: ACCOUNT.dataScience, region: 'us-east-1' }, [
    { ...WEAK, promptAttack: null, categories: HARMS.slice(0, 3) },
  ]),
  plan(
    'support',
    DUBLIN,
    [
      {
        ...LETS_ATTACKS_IN,
        reasoningPolicies: [reasoningPolicyArn(DUBLIN, 'warranty-rules', '1')],
      },
      { ...LETS_ATTACKS_IN, topics: [] },
    ],
    { team: 'support' },
  ),
  plan('support-mail', DUBLIN, [DETECTS_ATTACKS, { ...DETECTS_ATTACKS, piiAction: 'BLOCK' }]),
  plan('helpdesk-kb', { accountId: ACCOUNT.support, region: 'eu-central-1' }, [
    { ...SOLID, grounding: { grounding: 0.5, relevance: 0.5 } },
    { ...SOLID, grounding: { grounding: 0.5, relevance: 0.5 } },
  ]),
  plan('hackathon', { accountId: ACCOUNT.sandbox, region: 'us-east-1' }, [
    { ...WEAK, promptAttack: 'LOW', switchedOff: ['INSULTS'] },
  ]),
  plan(
    'organisation-baseline',
    { accountId: ACCOUNT.management, region: 'us-east-1' },
    [SOLID, SOLID],
    { description: 'Enforced by the Bedrock policy of the organisation.' },
  ),
];

/** The guardrails of one account and Region. */
export function plansIn(accountId: string, region: string): readonly GuardrailPlan[] {
  return GUARDRAIL_PLANS.filter(
    (entry) => entry.accountId === accountId && entry.region === region,
  );
}

function plan(
  name: string,
  place: Pick<GuardrailPlan, 'accountId' | 'region'>,
  history: readonly GuardrailPlanSettings[],
  more: Partial<Pick<GuardrailPlan, 'description' | 'encrypted' | 'team'>> = {},
): GuardrailPlan {
  return { name, ...place, description: null, encrypted: false, team: null, ...more, history };
}
