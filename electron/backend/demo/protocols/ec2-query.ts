import type { Protocol } from '../service.ts';
import type { FaultCodes } from '../wire-fault.ts';
import type { Input } from './input.ts';
import { escapeXml, type XmlValue, xmlMembers } from './xml.ts';

const NAMESPACE = 'http://ec2.amazonaws.com/doc/2016-11-15/';

/** The common errors of EC2. */
export const EC2_CODES: FaultCodes = {
  denied: { code: 'UnauthorizedOperation', status: 403 },
  throttled: { code: 'RequestLimitExceeded', status: 503 },
  internal: { code: 'InternalError', status: 500 },
  invalid: { code: 'InvalidParameterValue', status: 400 },
  'unknown-key': { code: 'AuthFailure', status: 401 },
  expired: { code: 'RequestExpired', status: 400 },
  skewed: { code: 'RequestExpired', status: 400 },
  'missing-token': { code: 'MissingAuthenticationToken', status: 403 },
  'malformed-signature': { code: 'IncompleteSignature', status: 400 },
  'unknown-operation': { code: 'InvalidAction', status: 400 },
};

/**
 * ec2Query: the query protocol as EC2 alone speaks it. Lists travel as `Name.1`, answers have no
 * result element, their lists hold `<item>`, and errors stand in a list of their own.
 */
export const EC2_QUERY: Protocol = {
  codes: EC2_CODES,
  read(request) {
    const form = new URLSearchParams(request.body.toString('utf8'));
    const operation = form.get('Action') ?? request.query.get('Action');
    return operation === null ? null : { operation, input: () => readEc2Form(form) };
  },
  reply: (output, operation, requestId) =>
    reply(
      200,
      `<${operation}Response xmlns="${NAMESPACE}"><requestId>${requestId}</requestId>${xmlMembers(asXml(output), 'item')}</${operation}Response>`,
      requestId,
    ),
  fail: (fault, requestId) =>
    reply(
      fault.status,
      `<Response><Errors><Error><Code>${escapeXml(fault.code)}</Code><Message>${escapeXml(fault.message)}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`,
      requestId,
    ),
};

function reply(status: number, body: string, requestId: string) {
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}

function asXml(output: object): Readonly<Record<string, XmlValue>> {
  return Object.fromEntries(Object.entries(output));
}

/** Reads `VpcEndpointId.1` as a list of texts and `Filter.1.Value.2` as lists of objects. */
export function readEc2Form(form: URLSearchParams): Input {
  const root: Tree = new Map();
  for (const [name, value] of form) place(root, name.split('.'), value);
  return Object.fromEntries([...root].map(([name, node]) => [name, settle(node)]));
}

/** What stands below a name: a text, or more names. */
type Tree = Map<string, string | Tree>;

function place(tree: Tree, path: readonly string[], value: string): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    tree.set(name, value);
    return;
  }
  const below = tree.get(name);
  const child: Tree = below instanceof Map ? below : new Map();
  tree.set(name, child);
  place(child, rest, value);
}

/** Names that are all numbers make a list, in the order of the numbers. */
function settle(node: string | Tree): unknown {
  if (typeof node === 'string') return node;
  const entries = [...node];
  if (entries.every(([name]) => /^\d+$/.test(name))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => settle(child));
  }
  return Object.fromEntries(entries.map(([name, child]) => [name, settle(child)]));
}
