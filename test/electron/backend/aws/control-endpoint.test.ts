import { S3Control } from '@aws-sdk/client-s3-control';
import { describe, expect, it } from 'vitest';
import { controlEndpoint } from '../../../../electron/backend/aws/control-endpoint.ts';

const AccountId = '222233334444';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };

interface Sent {
  readonly url: string;
  readonly account: string | undefined;
  readonly scope: string | undefined;
}

/** What a client would send; nothing leaves. */
async function sent(base: { readonly region: string; readonly endpoint?: string }): Promise<Sent> {
  const seen: Sent[] = [];
  const client = new S3Control({
    ...base,
    credentials,
    maxAttempts: 1,
    ...controlEndpoint(base),
    requestHandler: {
      handle: async (request: {
        readonly hostname: string;
        readonly port?: number;
        readonly path: string;
        readonly headers: Readonly<Record<string, string>>;
      }) => {
        const { hostname, port, path, headers } = request;
        seen.push({
          url: `${hostname}${port === undefined ? '' : `:${port}`}${path}`,
          account: headers['x-amz-account-id'],
          scope: /Credential=[^/]+\/\d+\/([^,]+)/.exec(headers.authorization ?? '')?.[1],
        });
        throw new Error('nothing is sent');
      },
    },
  });
  await expect(client.getPublicAccessBlock({ AccountId })).rejects.toThrow('nothing is sent');
  const [first] = seen;
  if (first === undefined) throw new Error('the client asked nothing');
  return first;
}

const PATH = '/v20180820/configuration/publicAccessBlock';

describe('S3 Control is asked at', () => {
  it.each([
    [
      'AWS, with the account in the name',
      { region: 'us-gov-west-1' },
      `${AccountId}.s3-control.us-gov-west-1.amazonaws.com`,
    ],
    [
      'AWS in China',
      { region: 'cn-north-1' },
      `${AccountId}.s3-control.cn-north-1.amazonaws.com.cn`,
    ],
    [
      'an endpoint of a VPC, with the account in the name',
      {
        region: 'us-east-1',
        endpoint: 'https://control.vpce-1.s3.us-east-1.vpce.amazonaws.com',
      },
      `${AccountId}.control.vpce-1.s3.us-east-1.vpce.amazonaws.com`,
    ],
    [
      'an address, as it is',
      { region: 'eu-west-1', endpoint: 'http://127.0.0.1:4567' },
      '127.0.0.1:4567',
    ],
    ['a name, as it is', { region: 'eu-west-1', endpoint: 'http://moto:5000' }, 'moto:5000'],
  ])('%s', async (_, base, host) => {
    expect(await sent(base)).toEqual({
      url: `${host}${PATH}`,
      account: AccountId,
      scope: `${base.region}/s3/aws4_request`,
    });
  });
});
