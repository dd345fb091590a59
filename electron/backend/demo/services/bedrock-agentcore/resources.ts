import { integerOf, requiredText, textOf } from '../../protocols/input.ts';
import { type Page, pageOf, readToken, requestKey } from '../../protocols/page.ts';
import type { Call } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';

/** When everything of AgentCore in this world was made, where the world does not tell it. */
export const MADE = '2026-06-02T11:00:00Z';

/** `MADE` in seconds since the epoch, which some shapes carry instead of text. */
export const MADE_SECONDS = 1_780_398_000;

const DEFAULT_PAGE = 10;

/** A page of an AgentCore list, of up to as many items as its operation allows. */
export function agentCorePage<T>(call: Call, items: readonly T[], maximum: number): Page<T> {
  const { input, identity, region } = call;
  const size = integerOf(input, 'maxResults') ?? DEFAULT_PAGE;
  if (size < 1 || size > maximum) {
    throw invalidInput(`maxResults must be between 1 and ${maximum}, but was ${size}.`);
  }
  const scope = `${identity.accountId} ${region} ${call.request.path}`;
  const request = requestKey(input, scope, ['nextToken', 'maxResults']);
  const token = textOf(input, 'nextToken');
  const offset = token === undefined ? 0 : readToken(token, request)?.offset;
  if (offset === undefined) throw invalidInput('The nextToken is not valid.');
  return pageOf(items, { offset, size, request });
}

/** The item of a list whose id is asked for. */
export function itemOf<T>(call: Call, label: string, find: (id: string) => T | undefined): T {
  const id = requiredText(call.input, label);
  const found = find(id);
  if (found === undefined) {
    throw new WireFault('ResourceNotFoundException', 404, `${id} was not found.`);
  }
  return found;
}

/** Names the resource of a call for a denial. */
export function agentCoreResource(kind: string, label: string): (call: Call) => string {
  return (call) => {
    const place = `${call.region}:${call.identity.accountId}`;
    return `arn:aws:bedrock-agentcore:${place}:${kind}/${requiredText(call.input, label)}`;
  };
}
