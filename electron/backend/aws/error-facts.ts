/** What is known of an error from the SDK, the network or a parser. */
export interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  /** Node's code such as `ECONNREFUSED`; empty when there is none. */
  readonly code: string;
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** The start of an answer that the SDK could not parse. */
  readonly body: string;
  /** Whether AWS itself named the error, rather than the SDK guessing it from the status. */
  readonly modelled: boolean;
  /** Whether the answer could not be parsed. */
  readonly malformed: boolean;
}

const GUESSED_NAMES = /^(Error|UnknownError|Unknown|NotFound|404|UnknownOperation)$/;
const NETWORK_CODES = /^E[A-Z_]{3,}$|^(UND|ERR|CERT|DEPTH|UNABLE|SELF)_/;

/** Gathers the facts of an error, looking through causes and aggregated connection errors. */
export function errorFacts(thrown: unknown): ErrorFacts {
  const error = record(thrown);
  const metadata = record(error.$metadata);
  const response = record(error.$response);
  const name = text(error.name) || 'Error';
  const status = number(metadata.httpStatusCode) ?? number(response.statusCode);
  return {
    name,
    message: messageOf(thrown),
    code: networkCode(error),
    status,
    body: text(error.$responseBodyText) || text(response.body),
    modelled: !GUESSED_NAMES.test(name),
    malformed: thrown instanceof SyntaxError || /[Dd]eserialization error/.test(messageOf(thrown)),
  };
}

function messageOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.message === '') return messageOf(thrown.errors[0]);
  if (thrown instanceof Error) return thrown.message;
  return typeof thrown === 'string' ? thrown : '';
}

function networkCode(error: Readonly<Record<string, unknown>>): string {
  const own = text(error.code);
  if (NETWORK_CODES.test(own)) return own;
  const cause = record(error.cause);
  return NETWORK_CODES.test(text(cause.code)) ? text(cause.code) : '';
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
