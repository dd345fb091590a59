import type { Protocol } from '../service.ts';
import type { FaultCodes } from '../wire-fault.ts';
import type { Input } from './input.ts';
import { escapeXml, type XmlValue, xmlMembers } from './xml.ts';

/** How one service speaks the query protocol. */
export interface AwsQueryDialect {
  readonly namespace: string;
  readonly codes: FaultCodes;
}

const LIST_MEMBER = /^(.+)\.member\.(\d+)$/;

/** awsQuery: form parameters in, XML out; lists travel as `Name.member.1`. */
export function awsQuery(dialect: AwsQueryDialect): Protocol {
  const reply = (status: number, body: string, requestId: string) => ({
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body,
  });
  return {
    codes: dialect.codes,
    read(request) {
      const form = new URLSearchParams(request.body.toString('utf8'));
      const operation = form.get('Action') ?? request.query.get('Action');
      return operation === null ? null : { operation, input: () => readForm(form) };
    },
    reply: (output, operation, requestId) =>
      reply(200, answer(dialect, { operation, output: asXml(output), requestId }), requestId),
    fail: (fault, requestId) =>
      reply(
        fault.status,
        `<ErrorResponse xmlns="${dialect.namespace}"><Error><Type>${fault.status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${escapeXml(fault.code)}</Code><Message>${escapeXml(fault.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
        requestId,
      ),
  };
}

function answer(
  dialect: AwsQueryDialect,
  parts: {
    readonly operation: string;
    readonly output: Readonly<Record<string, XmlValue>>;
    readonly requestId: string;
  },
): string {
  const { operation, output, requestId } = parts;
  return `<${operation}Response xmlns="${dialect.namespace}"><${operation}Result>${xmlMembers(output, 'member')}</${operation}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${operation}Response>`;
}

function asXml(output: object): Readonly<Record<string, XmlValue>> {
  return Object.fromEntries(Object.entries(output));
}

function readForm(form: URLSearchParams): Input {
  const input: Record<string, string | string[]> = {};
  for (const [name, value] of form) {
    const list = LIST_MEMBER.exec(name)?.[1];
    if (list === undefined) {
      input[name] = value;
    } else {
      const items = input[list];
      input[list] = Array.isArray(items) ? [...items, value] : [value];
    }
  }
  return input;
}
