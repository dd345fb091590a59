/** One piece of sensitive text, as an assessment names it. */
export interface PiiFinding {
  readonly match: string;
  readonly type: string;
  readonly action: 'ANONYMIZED' | 'BLOCKED' | 'NONE';
  readonly detected: boolean;
}

/** The entity types that have a recognisable spelling. */
const PATTERNS: Readonly<Record<string, RegExp>> = {
  EMAIL: /[\w.+-]+@[\w-]+\.[\w.]*\w/g,
  PHONE: /\+\d[\d ().-]{7,}\d/g,
  CREDIT_DEBIT_CARD_NUMBER: /\b(?:\d[ -]?){15}\d\b/g,
  US_SOCIAL_SECURITY_NUMBER: /\b\d{3}-\d{2}-\d{4}\b/g,
  AWS_ACCESS_KEY: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  IP_ADDRESS: /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
};

const ACTIONS: Readonly<Record<string, PiiFinding['action']>> = {
  BLOCK: 'BLOCKED',
  ANONYMIZE: 'ANONYMIZED',
};

/** The sensitive pieces of a text that a guardrail looks for; a null action is not to look. */
export function sensitiveFindings(
  entities: readonly { readonly type: string; readonly action: string | null }[],
  text: string,
): readonly PiiFinding[] {
  return entities.flatMap(({ type, action }) => {
    const pattern = action === null ? undefined : PATTERNS[type];
    const matches = pattern === undefined ? [] : Array.from(text.matchAll(pattern), ([hit]) => hit);
    return matches.map((match) => ({
      match,
      type,
      action: ACTIONS[action ?? ''] ?? 'NONE',
      detected: true,
    }));
  });
}

/** The text with each anonymised piece replaced by its type in braces, as Bedrock does. */
export function maskSensitive(findings: readonly PiiFinding[], text: string): string {
  return findings
    .filter((finding) => finding.action === 'ANONYMIZED')
    .reduce((masked, { match, type }) => masked.replaceAll(match, `{${type}}`), text);
}
