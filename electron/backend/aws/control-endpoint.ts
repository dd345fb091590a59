import type { S3ControlClientConfig } from '@aws-sdk/client-s3-control';
import { dnsSuffix, PARTITIONS } from '../../../shared/model/partition.ts';

const OF_AWS = PARTITIONS.map((partition) => `.${dnsSuffix(partition)}`);

/**
 * Where S3 Control is asked behind an endpoint override. The SDK writes the account id before the
 * host (`123456789012.s3-control.us-east-1.amazonaws.com`); only AWS's own endpoints have names for
 * that, and an IP address becomes no URL by it. The account is in a header of every request too.
 */
export function controlEndpoint(base: {
  readonly region: string;
  readonly endpoint?: string;
}): Pick<S3ControlClientConfig, 'endpointProvider'> {
  if (base.endpoint === undefined) return {};
  const url = new URL(base.endpoint);
  if (OF_AWS.some((suffix) => url.hostname.endsWith(suffix))) return {};
  const sigv4 = {
    name: 'sigv4',
    signingName: 's3',
    signingRegion: base.region,
    disableDoubleEncoding: true,
    properties: {},
  };
  return { endpointProvider: () => ({ url, properties: { authSchemes: [sigv4] } }) };
}
