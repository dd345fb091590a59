import type { Day } from '../../../../../shared/model/period.ts';
import { callerOf } from '../callers.ts';
import { ACCOUNT } from '../organization.ts';
import { principalNamed } from '../principals.ts';

/** A long-term Bedrock API key: whose it is, who made it, and how long it lives. */
export interface ApiKeyPlan {
  readonly accountId: string;
  readonly userName: string;
  /** The principal that made it, on the day of the API keys. */
  readonly madeBy: string;
  readonly clock: readonly [hour: number, minute: number];
  /** Days from its making to its expiry; null when it never expires. */
  readonly days: number | null;
}

/** Who makes the keys of an account. */
const MAKERS = { dataScience: 'ScienceAdmin', sandbox: 'SandboxUser' } as const;

/**
 * The keys of the story: one for three months, one for a year and one forever are called with; one
 * of a month ran out unused; one of a year, never used, belongs to a user that may do everything.
 */
export const API_KEY_PLANS: readonly ApiKeyPlan[] = [
  plan('dataScience', 'BedrockAPIKey-x7qk', { clock: [9, 12], days: 90 }),
  plan('dataScience', 'BedrockAPIKey-m2ph', { clock: [9, 31], days: 365 }),
  plan('sandbox', 'BedrockAPIKey-z9rt', { clock: [3, 5], days: null }),
  plan('dataScience', 'BedrockAPIKey-k5un', { clock: [9, 48], days: 30 }),
  plan('sandbox', 'BedrockAPIKey-w3lt', { clock: [3, 40], days: 365 }),
];

/** The id of a key, as IAM lists it and as the event of its making has it. */
export function credentialIdOf(
  { accountId, userName }: Pick<ApiKeyPlan, 'accountId' | 'userName'>,
  apiKeyDay: Day,
): string {
  return callerOf(principalNamed(accountId, userName), null, apiKeyDay).accessKeyId;
}

function plan(
  account: keyof typeof MAKERS,
  userName: string,
  life: Pick<ApiKeyPlan, 'clock' | 'days'>,
): ApiKeyPlan {
  return { accountId: ACCOUNT[account], userName, madeBy: MAKERS[account], ...life };
}
