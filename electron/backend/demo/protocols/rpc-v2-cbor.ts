import type { Protocol } from '../service.ts';
import { invalidInput } from '../wire-fault.ts';
import { type AwsJsonDialect, queryErrorHeader } from './aws-json.ts';
import type { CborValue } from './cbor.ts';
import { decodeCbor } from './cbor-decode.ts';
import { encodeCbor } from './cbor-encode.ts';
import { type Input, isInput } from './input.ts';

const PATH = /^\/service\/[^/]+\/operation\/([^/]+)$/;

/** Whether a request speaks smithy-rpc-v2-cbor. */
export function speaksCbor(headers: Readonly<Record<string, string | undefined>>): boolean {
  return headers['smithy-protocol'] === 'rpc-v2-cbor';
}

/** smithy-rpc-v2-cbor: the operation in the path, CBOR both ways. */
export function rpcV2Cbor(dialect: Pick<AwsJsonDialect, 'codes' | 'queryCode'>): Protocol {
  const headers = (requestId: string) => ({
    'content-type': 'application/cbor',
    'smithy-protocol': 'rpc-v2-cbor',
    'x-amzn-requestid': requestId,
  });
  return {
    codes: dialect.codes,
    read(request) {
      const operation = PATH.exec(request.path)?.[1];
      return operation === undefined ? null : { operation, input: () => parseCbor(request.body) };
    },
    reply: (output, _operation, requestId) => ({
      status: 200,
      headers: headers(requestId),
      body: encodeCbor(asCbor(output)),
    }),
    fail: (fault, requestId) => ({
      status: fault.status,
      headers: { ...headers(requestId), ...queryErrorHeader(dialect, fault) },
      body: encodeCbor({ __type: fault.code, message: fault.message }),
    }),
  };
}

function parseCbor(body: Buffer): Input {
  if (body.length === 0) return {};
  try {
    const value = decodeCbor(body);
    if (isInput(value)) return value;
  } catch (cause) {
    throw invalidInput(`the body is not CBOR: ${cause instanceof Error ? cause.message : cause}`);
  }
  throw invalidInput('the body is not a CBOR map');
}

function asCbor(output: object): CborValue {
  return Object.fromEntries(
    Object.entries(output).filter((entry): entry is [string, CborValue] => entry[1] !== undefined),
  );
}
