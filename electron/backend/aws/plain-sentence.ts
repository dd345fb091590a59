const MAX_LENGTH = 400;
const SECRETS: readonly RegExp[] = [
  /\b(?:AKIA|ASIA|ABSK)[A-Za-z0-9+/=]{12,}/g,
  /\bbedrock-api-key-[A-Za-z0-9+/=._-]+/g,
  /(?<=(?:Signature|Security-Token|Credential|session[_-]?token|secret[_-]?access[_-]?key)["']?[=:]\s?["']?)[^\s&"',]+/gi,
];

/** One clean sentence out of an AWS or network error text: no markup, stack, credential or signature. */
export function plainSentence(text: string): string {
  const withoutStack = text.split(/\n\s+at /, 1)[0] ?? '';
  const flat = withoutStack
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const safe = SECRETS.reduce((kept, secret) => kept.replace(secret, '[removed]'), flat);
  const short = safe.length > MAX_LENGTH ? `${safe.slice(0, MAX_LENGTH)}...` : safe;
  return short === '' || /[.!?]$/.test(short) ? short : `${short}.`;
}
