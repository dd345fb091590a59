import { S3_CODES } from '../../protocols/fault-codes.ts';
import { textOf } from '../../protocols/input.ts';
import { escapeXml, xmlMembers } from '../../protocols/xml.ts';
import type { Reply } from '../../reply.ts';
import { type Call, operations, type Protocol, type Service } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WireRequest } from '../../wire-request.ts';

const FOLDER = '/v20180820/';

/**
 * Whether a request that is signed for `s3` is one of S3 Control, which signs alike: its paths begin
 * with its version, and it names the account in a header.
 */
export function asksS3Control({ path, headers }: WireRequest): boolean {
  return path.startsWith(FOLDER) && headers['x-amz-account-id'] !== undefined;
}

/** Amazon S3 Control: what an account says of all its buckets. */
export function s3ControlService(): Service {
  return {
    name: 's3control',
    regional: false,
    operations: operations({
      GetPublicAccessBlock: {
        action: 's3:GetAccountPublicAccessBlock',
        run: getPublicAccessBlock,
      },
    }),
    protocol: () => S3_CONTROL_PROTOCOL,
  };
}

/** restXml with errors in an envelope, which S3 itself does without. */
const S3_CONTROL_PROTOCOL: Protocol = {
  codes: S3_CODES,
  read(request) {
    const { method, path, headers } = request;
    if (!asksS3Control(request)) return null;
    const input = () => ({ AccountId: headers['x-amz-account-id'] });
    const known = method === 'GET' && path === `${FOLDER}configuration/publicAccessBlock`;
    return known ? { operation: 'GetPublicAccessBlock', input } : null;
  },
  reply: (output) => ({ status: 200, headers: {}, body: JSON.stringify(output) }),
  fail: (fault, requestId) => ({
    status: fault.status,
    headers: { 'content-type': 'text/xml', 'x-amz-request-id': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<ErrorResponse xmlns="http://awss3control.amazonaws.com/doc/2018-08-20/"><Error><Code>${escapeXml(fault.code)}</Code><Message>${escapeXml(fault.message)}</Message></Error><RequestId>${requestId}</RequestId><HostId>${requestId}</HostId></ErrorResponse>`,
  }),
};

function getPublicAccessBlock({ world, identity, input, requestId }: Call): Reply {
  const accountId = textOf(input, 'AccountId');
  if (accountId !== identity.accountId) {
    throw new WireFault('AccessDenied', 403, 'Access Denied');
  }
  const block = world.accountPublicAccessBlock(identity.accountId);
  if (block === null) {
    const text = 'The public access block configuration was not found';
    throw new WireFault('NoSuchPublicAccessBlockConfiguration', 404, text);
  }
  const members = xmlMembers(
    {
      BlockPublicAcls: block.blockPublicAcls,
      IgnorePublicAcls: block.ignorePublicAcls,
      BlockPublicPolicy: block.blockPublicPolicy,
      RestrictPublicBuckets: block.restrictPublicBuckets,
    },
    'flat',
  );
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<PublicAccessBlockConfiguration xmlns="http://awss3control.amazonaws.com/doc/2018-08-20/">${members}</PublicAccessBlockConfiguration>`,
  };
}
