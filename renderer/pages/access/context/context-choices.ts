import type { ContextKeys } from './context-filter.ts';
import { CONTEXT_KEYS } from './context-words.ts';

/** Something to fix of a request; what has no keys of its own asks for a value. */
export interface ContextChoiceItem {
  readonly id: string;
  readonly text: string;
  /** The condition key that it sets. */
  readonly group: string;
  readonly keys: ContextKeys | null;
}

const { mfa, ip, endpoint, guardrail, tier } = CONTEXT_KEYS;

/** Everything that the context bar offers, in its order. */
export const CHOICES = [
  { id: 'mfa', text: 'With MFA', group: mfa, keys: { [mfa]: ['true'] } },
  { id: 'no-mfa', text: 'Without MFA', group: mfa, keys: { [mfa]: ['false'] } },
  { id: 'ip', text: 'From an IP address', group: ip, keys: null },
  { id: 'endpoint', text: 'Through a VPC endpoint', group: endpoint, keys: null },
  { id: 'no-guardrail', text: 'Without a guardrail', group: guardrail, keys: { [guardrail]: [] } },
  { id: 'guardrail', text: 'With a guardrail', group: guardrail, keys: null },
  { id: 'tier', text: 'With a service tier', group: tier, keys: null },
  { id: 'key', text: 'Another condition key', group: 'any key and value', keys: null },
] as const satisfies readonly ContextChoiceItem[];

export type ContextChoiceId = (typeof CHOICES)[number]['id'];
