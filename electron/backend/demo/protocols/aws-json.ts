import type { Protocol } from '../service.ts';
import { type FaultCodes, invalidInput } from '../wire-fault.ts';
import { type Input, isInput } from './input.ts';

/** How one service speaks awsJson. */
export interface AwsJsonDialect {
  readonly version: '1.0' | '1.1';
  readonly codes: FaultCodes;
  /** Turns the output into JSON-ready data; the identity where times are already epoch seconds. */
  readonly toJson?: (output: object) => unknown;
  /** The value of `x-amzn-query-error`, for services that came from the query protocol. */
  readonly queryCode?: (code: string) => string;
}

/** awsJson 1.0 or 1.1: one POST with the operation in `X-Amz-Target`, times as epoch seconds. */
export function awsJson(dialect: AwsJsonDialect): Protocol {
  const headers = (requestId: string) => ({
    'content-type': `application/x-amz-json-${dialect.version}`,
    'x-amzn-requestid': requestId,
  });
  return {
    codes: dialect.codes,
    read(request) {
      const operation = request.headers['x-amz-target']?.split('.').pop();
      return operation === undefined ? null : { operation, input: () => parseJson(request.body) };
    },
    reply: (output, _operation, requestId) => ({
      status: 200,
      headers: headers(requestId),
      body: JSON.stringify(dialect.toJson?.(output) ?? output),
    }),
    fail: (fault, requestId) => ({
      status: fault.status,
      headers: { ...headers(requestId), ...queryErrorHeader(dialect, fault) },
      body: JSON.stringify({ __type: fault.code, message: fault.message }),
    }),
  };
}

/** Reads a JSON object; an empty body is an empty object. */
export function parseJson(body: Buffer): Input {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (isInput(value)) return value;
  } catch (cause) {
    throw invalidInput(`the body is not JSON: ${cause instanceof Error ? cause.message : cause}`);
  }
  throw invalidInput('the body is not a JSON object');
}

/** The header that tells a former query service's error: `InvalidParameterValue;Sender`. */
export function queryErrorHeader(
  dialect: Pick<AwsJsonDialect, 'queryCode'>,
  fault: { readonly code: string; readonly status: number },
): Record<string, string> {
  if (dialect.queryCode === undefined) return {};
  const side = fault.status < 500 ? 'Sender' : 'Receiver';
  return { 'x-amzn-query-error': `${dialect.queryCode(fault.code)};${side}` };
}
