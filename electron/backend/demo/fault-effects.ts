import { instantOfMs, msOfInstant } from '../../../shared/model/period.ts';
import { systemNow } from '../clock.ts';
import type { Fault } from './faults.ts';
import type { Input } from './protocols/input.ts';
import type { Reply } from './reply.ts';
import { isReply } from './service.ts';
import { commonFault, type FaultCodes } from './wire-fault.ts';
import type { WireRequest } from './wire-request.ts';

const MINUTE_MS = 60_000;
/** AWS takes signatures that are at most so old or early (SigV4; S3 takes 15 minutes). */
const SIGNATURE_MINUTES = 5;
const ENDLESS = 'endless-';
const TOKENS = ['nextToken', 'NextToken', 'Marker', 'NextMarker', 'NextPageToken'];
const TOKEN_PARAMETERS = [...TOKENS, 'continuation-token', 'marker', 'nextMarker'];

/** @throws WireFault when a fault refuses the call before its operation is looked at. */
export function refuse(fault: Fault | null, request: WireRequest, codes: FaultCodes): void {
  const kind = fault?.kind;
  if (kind === 'throttle') throw commonFault(codes, 'throttled', 'Rate exceeded');
  if (kind === 'fail') {
    throw commonFault(codes, 'internal', 'An internal error occurred. Try again later.');
  }
  if (kind === 'expire') {
    throw commonFault(codes, 'expired', 'The security token included in the request is expired');
  }
  if (fault?.kind === 'skew') refuseSkewed(request, skewedNowMs(fault), codes);
}

/** The reply with the server's own idea of the time, where its clock is off. */
export function dated(fault: Fault | null, reply: Reply): Reply {
  if (fault?.kind !== 'skew') return reply;
  const date = new Date(skewedNowMs(fault)).toUTCString();
  return { ...reply, headers: { ...reply.headers, date } };
}

/** The input of a call whose list never ends: its own made-up tokens mean the first page. */
export function withoutEndlessTokens(input: Input): Input {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([name, value]) => !(TOKEN_PARAMETERS.includes(name) && String(value).startsWith(ENDLESS)),
    ),
  );
}

/** A page that names a next one which was never named before; what is no page stays as it is. */
export function endlessPage(output: object, page: number): object {
  const token = `${ENDLESS}${page}`;
  if (isReply(output)) return { ...output, body: endlessListing(output.body, token) };
  const member = TOKENS.find((name) => name in output) ?? tokenNameOf(output);
  return { ...output, [member]: token, ...truncated(output) };
}

/** How many pages of an endless list the caller has had. */
export function endlessPages(input: Input): number {
  const token = TOKEN_PARAMETERS.map((name) => String(input[name] ?? '')).find((text) =>
    text.startsWith(ENDLESS),
  );
  return token === undefined ? 0 : Number(token.slice(ENDLESS.length));
}

function truncated(output: object): object {
  return Object.fromEntries(
    ['IsTruncated', 'Truncated'].filter((name) => name in output).map((name) => [name, true]),
  );
}

/** Services that capitalise their members capitalise the token. */
function tokenNameOf(output: object): string {
  return /^[A-Z]/.test(Object.keys(output)[0] ?? '') ? 'NextToken' : 'nextToken';
}

/** S3 writes its own listing. */
function endlessListing(body: Reply['body'], token: string): Reply['body'] {
  if (typeof body !== 'string' || !body.includes('<IsTruncated>')) return body;
  return body
    .replace(/<NextContinuationToken>.*?<\/NextContinuationToken>/, '')
    .replace(
      /<IsTruncated>\w+<\/IsTruncated>/,
      `<IsTruncated>true</IsTruncated><NextContinuationToken>${token}</NextContinuationToken>`,
    );
}

function skewedNowMs(fault: Fault): number {
  return msOfInstant(systemNow()) + (fault.skewMs ?? 60 * MINUTE_MS);
}

function refuseSkewed(request: WireRequest, serverMs: number, codes: FaultCodes): void {
  const signed = request.headers['x-amz-date'] ?? '';
  const [server, limit] = [serverMs, serverMs - SIGNATURE_MINUTES * MINUTE_MS].map(compact);
  if (Math.abs(serverMs - msOfCompact(signed)) <= SIGNATURE_MINUTES * MINUTE_MS) return;
  const text = `Signature expired: ${signed} is now earlier than ${limit} (${server} - ${SIGNATURE_MINUTES} min.)`;
  throw commonFault(codes, 'skewed', text);
}

/** `20261120T120000Z`, as signatures carry times. */
function compact(ms: number): string {
  return instantOfMs(ms).replace(/[-:]|\.\d+/g, '');
}

function msOfCompact(text: string): number {
  return msOfInstant(text.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
}
