import { shortArn } from '../../../format.ts';

/** The condition keys that the context bar knows by name. */
export const CONTEXT_KEYS = {
  mfa: 'aws:MultiFactorAuthPresent',
  ip: 'aws:SourceIp',
  endpoint: 'aws:SourceVpce',
  guardrail: 'bedrock:GuardrailIdentifier',
  tier: 'bedrock:ServiceTier',
} as const;

/** What is fixed of a request, in few words: `with MFA`, `from 203.0.113.7`. */
export function contextWords(key: string, values: readonly string[]): string {
  const text = values.map(shortArn).join(' or ');
  const known = WORDS[key];
  if (values.length === 0) return known?.none ?? `no ${key}`;
  return known?.some(text) ?? `${key} is ${text}`;
}

interface KeyWords {
  readonly none: string;
  some(text: string): string;
}

const WORDS: Readonly<Record<string, KeyWords>> = {
  [CONTEXT_KEYS.mfa]: {
    none: 'with no word of MFA',
    some: (text) => (text === 'true' ? 'with MFA' : 'without MFA'),
  },
  [CONTEXT_KEYS.ip]: { none: 'with no source IP', some: (text) => `from ${text}` },
  [CONTEXT_KEYS.endpoint]: {
    none: 'not through a VPC endpoint',
    some: (text) => `through ${text}`,
  },
  [CONTEXT_KEYS.guardrail]: {
    none: 'without a guardrail',
    some: (text) => `with ${guardrailWords(text)}`,
  },
  [CONTEXT_KEYS.tier]: { none: 'no service tier named', some: (text) => `service tier ${text}` },
};

/** `guardrail/abc DRAFT`, `guardrail/abc version 3`: DRAFT is the ARN without a number. */
function guardrailWords(text: string): string {
  const at = text.lastIndexOf(':');
  return at === -1 ? `${text} DRAFT` : `${text.slice(0, at)} version ${text.slice(at + 1)}`;
}

/** Whether a text is an IPv4 or IPv6 address as `aws:SourceIp` has it; ranges are for policies. */
export function isAddress(text: string): boolean {
  const parts = text.split('.');
  const four = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && +part < 256);
  return four || (/^[0-9a-fA-F:]{2,39}$/.test(text) && text.split(':').length > 2);
}
