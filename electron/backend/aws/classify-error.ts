import { AppError } from '../../../shared/model/app-error.ts';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { type ErrorFacts, errorFacts } from './error-facts.ts';
import { ANSWER_TOO_LARGE, MOST_ANSWER_BYTES } from './limit-answers.ts';
import { plainSentence } from './plain-sentence.ts';

/** An IAM action such as `bedrock:GetGuardrail`. */
export type IamAction = `${string}:${string}`;

/** What was being done when AWS answered an error. */
export interface CallContext {
  readonly action: IamAction;
  readonly region: string;
  /** The profile in use, for the advice to sign in again; null for the default chain. */
  readonly profile: string | null;
  /**
   * Whether AWS has accepted these credentials elsewhere. AWS answers "invalid token" both for wrong
   * credentials and for Regions that are not enabled; only this tells the two apart.
   */
  readonly identified: boolean;
}

type Unsuccessful = Exclude<ReadOutcome, { readonly status: 'collected' }>;
type Classifier = (facts: ErrorFacts, context: CallContext) => Unsuccessful | null;

const DENIED =
  /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError(Exception)?|NotAuthorized|Forbidden)$/;
const NOT_IMPLEMENTED =
  /^(UnknownOperation(Exception)?|InvalidAction|NotImplemented(Exception|Error)?|UnsupportedOperation(Exception)?|UnknownEndpoint)$/;
const TOKEN_REFUSED =
  /^(UnrecognizedClient(Exception)?|InvalidClientTokenId|InvalidAccessKeyId|AuthFailure|OptInRequired)$/;
const EXPIRED_SIGNATURE = /^Signature (expired|not yet current)/;
const EXPIRED =
  /^(ExpiredToken(Exception)?|RequestExpired|TokenRefreshRequired|ExpiredTokenException)$/;
const CLOCK =
  /^(RequestTimeTooSkewed|SignatureDoesNotMatch|InvalidSignatureException|RequestInTheFuture)$/;
const THROTTLED =
  /^(Throttl\w*|TooManyRequests(Exception)?|RequestLimitExceeded|SlowDown|Rate ?Exceeded\w*|LimitExceededException)$/;
const MFA = /multi-factor|\bMFA\b/i;
/** The names of the SDK's errors where no credentials are to be had. */
export const NO_CREDENTIALS = /^(CredentialsProviderError|TokenProviderError|ProviderError)$/;
const NOT_IN_REGION =
  /(not (supported|available|enabled)|isn't (supported|available)) in (this|the) region/i;
const ACTION_IN_MESSAGE = /not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)/;
const TIMEOUT = /^(TimeoutError|ETIMEDOUT|ECONNABORTED)$/;

/** Turns anything a call threw into an outcome a person can act on; never carries a stack or secret. */
export function classifyError(thrown: unknown, context: CallContext): Unsuccessful {
  if (thrown instanceof AppError) return { status: 'failed', reason: thrown.message };
  const facts = errorFacts(thrown);
  for (const classify of CLASSIFIERS) {
    const outcome = classify(facts, context);
    if (outcome !== null) return outcome;
  }
  const said = plainSentence(facts.message) || `${facts.name}.`;
  return { status: 'failed', reason: `${context.action} failed: ${said}` };
}

const CLASSIFIERS: readonly Classifier[] = [
  codeWanted,
  expiredOrMissing,
  refusedToken,
  denied,
  throttled,
  notOffered,
  tooLarge,
  unreachable,
  unreadable,
];

function denied(facts: ErrorFacts, { action }: CallContext): Unsuccessful | null {
  const named = ACTION_IN_MESSAGE.exec(facts.message)?.[1];
  if (!DENIED.test(facts.name) && named === undefined) return null;
  const missing = named ?? action;
  const said = plainSentence(facts.message);
  return {
    status: 'denied',
    action: missing,
    reason: `${missing} is not allowed${ownersAdvice(said)}: ${said === '' ? 'AWS gave no details.' : said}`,
  };
}

const OWNERS_POLICY = /on resource: "?([^\s"]+)"? because no resource-based policy allows /;

/** Where the policy of a resource is what refuses, only its owner can allow the action. */
function ownersAdvice(said: string): string {
  const resource = OWNERS_POLICY.exec(said)?.[1];
  return resource === undefined
    ? ''
    : ` by the policy of ${resource}, which its owner's account must change`;
}

/** A profile with `mfa_serial`: nobody is there to type the code when credentials are renewed. */
function codeWanted(facts: ErrorFacts, { profile }: CallContext): Unsuccessful | null {
  if (!NO_CREDENTIALS.test(facts.name) || !MFA.test(facts.message)) return null;
  const named = profile ?? 'NAME';
  const reason = `The profile '${named}' asks for an MFA code, which Assay does not take. Run \`aws configure export-credentials --profile ${named} --format env\` in a terminal, which asks for the code, set the variables that it prints, and start Assay there with a connection that names no profile.`;
  return { status: 'failed', reason };
}

/** Whether AWS says that the credentials are no longer good: no other call with them is answered. */
export function isExpired(thrown: unknown): boolean {
  return EXPIRED.test(errorFacts(thrown).name);
}

function expiredOrMissing(facts: ErrorFacts, { profile }: CallContext): Unsuccessful | null {
  const signIn =
    profile === null
      ? 'Sign in again (`aws sso login` where that is by single sign-on), or choose a profile for this connection.'
      : `Run \`aws sso login --profile ${profile}\` or renew the profile's keys, then scan again.`;
  if (EXPIRED.test(facts.name)) {
    return { status: 'failed', reason: `The credentials have expired. ${signIn}` };
  }
  if (!NO_CREDENTIALS.test(facts.name)) return null;
  const whose = profile === null ? 'the default credential chain' : `the profile '${profile}'`;
  const said = plainSentence(facts.message);
  return { status: 'failed', reason: `No credentials from ${whose}: ${said} ${signIn}` };
}

function refusedToken(facts: ErrorFacts, context: CallContext): Unsuccessful | null {
  if (CLOCK.test(facts.name)) {
    const clock = 'check the clock of this computer';
    const what = EXPIRED_SIGNATURE.test(facts.message) ? clock : `${clock} and the secret key`;
    return { status: 'failed', reason: `AWS refused the signature (${facts.name}): ${what}.` };
  }
  if (!TOKEN_REFUSED.test(facts.name)) return null;
  if (context.identified) {
    const reason = `The Region ${context.region} is not enabled for this account (${facts.name}).`;
    return { status: 'unavailable', reason };
  }
  const whose = context.profile === null ? '' : ` of the profile '${context.profile}'`;
  const reason = `AWS does not accept the credentials${whose} (${facts.name}); renew them.`;
  return { status: 'failed', reason };
}

function throttled(facts: ErrorFacts, { action }: CallContext): Unsuccessful | null {
  if (!THROTTLED.test(facts.name) && facts.status !== 429) return null;
  const reason = `AWS kept throttling ${action}; scan again later to read the rest.`;
  return { status: 'failed', reason };
}

function notOffered(facts: ErrorFacts, { action, region }: CallContext): Unsuccessful | null {
  if (NOT_IN_REGION.test(facts.message)) {
    return { status: 'unavailable', reason: plainSentence(facts.message) };
  }
  const missing =
    NOT_IMPLEMENTED.test(facts.name) ||
    facts.status === 501 ||
    /not (been |yet been |yet )?implemented/i.test(`${facts.message} ${facts.body}`) ||
    (facts.status === 404 && !facts.modelled);
  if (!missing) return null;
  return { status: 'unavailable', reason: `The endpoint in ${region} does not offer ${action}.` };
}

function unreachable(facts: ErrorFacts, { action, region }: CallContext): Unsuccessful | null {
  if (facts.code === 'ENOTFOUND') {
    const reason = `There is no endpoint for ${action} in ${region} (the name does not resolve), or this computer is offline.`;
    return { status: 'unavailable', reason };
  }
  // The SDK calls every broken connection a TimeoutError; the code tells which it was.
  if (TIMEOUT.test(facts.code === '' ? facts.name : facts.code)) {
    return { status: 'failed', reason: `${action} in ${region} did not answer in time.` };
  }
  if (facts.code === '') return null;
  const reason = `The connection for ${action} in ${region} failed (${facts.code}); check the network and the endpoint.`;
  return { status: 'failed', reason };
}

function tooLarge(facts: ErrorFacts, { action }: CallContext): Unsuccessful | null {
  if (facts.name !== ANSWER_TOO_LARGE) return null;
  const most = `${MOST_ANSWER_BYTES >> 20} MiB`;
  const reason = `${action} was answered by more than ${most}, which no answer of AWS has; it was not read any further. Check the endpoint.`;
  return { status: 'failed', reason };
}

function unreadable(facts: ErrorFacts, { action }: CallContext): Unsuccessful | null {
  if (!facts.malformed) return null;
  const status = facts.status === null ? '' : ` with HTTP status ${facts.status}`;
  const reason = `${action} was answered${status} by text that is not AWS's; the endpoint may not offer it.`;
  return { status: 'failed', reason };
}
