import type { NormalizedSchema } from '@smithy/core/schema';
import type { SdkAnswer } from './ask-through-sdk.ts';
import { isRecord, jsonProblems } from './json-problems.ts';
import type { Problem } from './scalar-problem.ts';
import { readXml, type XmlElement } from './xml-element.ts';
import { xmlMemberProblems } from './xml-problems.ts';

/** What of an answer the SDK does not know, or did not give back as it was sent. */
export async function sdkProblems(answer: SdkAnswer): Promise<readonly Problem[]> {
  const { schema, body, contentType } = answer;
  if (answer.status < 200 || answer.status > 299) return [`HTTP status ${answer.status}`];
  const members = schema.isUnitSchema() ? [] : Array.from(schema.structIterator());
  const payload = members.find(([, member]) => member.getMergedTraits().httpPayload !== undefined);
  if (payload !== undefined) return payloadProblems(answer, ...payload);
  if (body.length === 0) return [];
  if (contentType.includes('xml')) return xmlProblems(answer);
  const names = contentType.includes('x-amz-json') ? 'member-name' : 'json-name';
  const wire: unknown = JSON.parse(body.toString('utf8'));
  return jsonProblems({ schema, wire, read: answer.output, path: '$' }, names);
}

async function payloadProblems(
  answer: SdkAnswer,
  name: string,
  member: NormalizedSchema,
): Promise<readonly Problem[]> {
  const read = isRecord(answer.output) ? answer.output[name] : undefined;
  if (member.isBlobSchema()) {
    const same = answer.body.equals(await bytesOf(read));
    return same ? [] : [`$.${name} is not the body that was sent`];
  }
  if (member.isStringSchema()) {
    return String(read) === answer.body.toString('utf8') ? [] : [`$.${name} is not the body`];
  }
  if (answer.contentType.includes('xml')) {
    const { children } = readXml(answer.body.toString('utf8'));
    return xmlMemberProblems({ schema: member, children, read, path: `$.${name}` });
  }
  const wire: unknown = JSON.parse(answer.body.toString('utf8'));
  return jsonProblems({ schema: member, wire, read, path: `$.${name}` }, 'json-name');
}

async function bytesOf(read: unknown): Promise<Uint8Array> {
  if (read instanceof Uint8Array) return read;
  if (isStream(read)) return read.transformToByteArray();
  throw new Error(`a payload came as ${typeof read}`);
}

function isStream(
  value: unknown,
): value is { readonly transformToByteArray: () => Promise<Uint8Array> } {
  return isRecord(value) && typeof value.transformToByteArray === 'function';
}

/** Query answers stand in `<OperationResult>`; EC2's and S3's are the root's own elements. */
function xmlProblems({ schema, body, output }: SdkAnswer): readonly Problem[] {
  const root = readXml(body.toString('utf8'));
  const result = root.children.find(({ name }) => name.endsWith('Result'));
  const children = (result ?? root).children.filter((one) => !isEnvelope(one));
  const bare = children.length === 0 && root.text.trim() !== '';
  return xmlMemberProblems({
    schema,
    children: bare ? [root] : children,
    read: output,
    path: '$',
  });
}

function isEnvelope({ name }: XmlElement): boolean {
  return name === 'ResponseMetadata' || name === 'requestId';
}
