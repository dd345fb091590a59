const HIDDEN = '[redacted]';

/**
 * What must never reach a log, by shape. Access key prefixes: IAM User Guide, "Unique identifiers";
 * `ABSK` and `bedrock-api-key-`: Bedrock User Guide, "API keys"; `X-Amz-*`: SigV4 query parameters.
 */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}\b/g, `$1${HIDDEN}`],
  [/\bABSK[A-Za-z0-9+/]{16,}={0,2}/g, `ABSK${HIDDEN}`],
  [/\bbedrock-api-key-[A-Za-z0-9+/_-]{8,}={0,2}/g, `bedrock-api-key-${HIDDEN}`],
  [/\b(Bearer|Basic)\s+[A-Za-z0-9\-._~+/]{6,}={0,2}/gi, `$1 ${HIDDEN}`],
  [/\b(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z0-9+/%_-]*={0,2}/g, HIDDEN],
  [/(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D))[^&\s"'<>]+/gi, `$1${HIDDEN}`],
  [/\b((?:Signature|Credential)=)[^,&\s"'<>]+/g, `$1${HIDDEN}`],
  [/([#?&](?:token|access_token|api_key)=)[^&\s"'<>]+/gi, `$1${HIDDEN}`],
  [/(:\/\/)[^/\s:@"']+:[^/\s@"']+@/g, `$1${HIDDEN}@`],
  [
    /((?:secret_?access_?key|session_?token|security[-_]token|x-assay-token|bearer_token_bedrock|api[-_]?key|password|authorization)["']?\s*[:=]\s*["']?)(?!\[redacted)[^\s"',;}&]{4,}/gi,
    `$1${HIDDEN}`,
  ],
];

/** A secret access key is 40 characters of base64 alphabet; a SHA-1 in hex is not one. */
const SECRET_KEY = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
const SECRET_FIELD =
  /(secret|secret_?access_?key|token|password|authorization|cookie|credentials?|api[_-]?key|access_?key_?id)$/i;
const BODY_FIELD = /^(prompt|system|messages|body|(input|output)_?body_?(json)?|completion|text)$/i;

/** Text with every credential in it replaced; ordinary text comes back as it is. */
export function redactText(text: string): string {
  const hidden = SECRETS.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text);
  return hidden.replace(SECRET_KEY, (found) => (looksLikeSecretKey(found) ? HIDDEN : found));
}

/** A copy of a value that is safe to write: secrets, prompts and completions are replaced. */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 6) return '[deeper]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, redactField(name, item, depth)]),
  );
}

function redactField(name: string, item: unknown, depth: number): unknown {
  const hides = typeof item === 'string' || (typeof item === 'object' && item !== null);
  if (hides && SECRET_FIELD.test(name)) return HIDDEN;
  if (hides && BODY_FIELD.test(name)) return '[not logged]';
  return redactValue(item, depth + 1);
}

function redactError(error: Error, depth: number): unknown {
  return {
    name: error.name,
    message: redactText(error.message),
    ...(error.stack === undefined ? {} : { stack: redactText(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1) }),
  };
}

function looksLikeSecretKey(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}
