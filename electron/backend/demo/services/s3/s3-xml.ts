import { type XmlValue, xmlMembers } from '../../protocols/xml.ts';
import type { Reply } from '../../reply.ts';
import type { Call } from '../../service.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** An answer of S3: one XML element with its members. */
export function xmlReply(
  call: Call,
  name: string,
  members: { readonly [member: string]: XmlValue },
): Reply {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': call.requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${NAMESPACE}">${xmlMembers(members, 'flat')}</${name}>`,
  };
}
