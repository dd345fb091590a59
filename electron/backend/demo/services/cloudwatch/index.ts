import { awsJson } from '../../protocols/aws-json.ts';
import { isCborTag } from '../../protocols/cbor.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { rpcV2Cbor, speaksCbor } from '../../protocols/rpc-v2-cbor.ts';
import { operations, type Service } from '../../service.ts';
import type { FaultCodes } from '../../wire-fault.ts';
import { describeAlarms } from './describe-alarms.ts';
import { getMetricData } from './get-metric-data.ts';
import { listMetrics } from './list-metrics.ts';

const CODES: FaultCodes = {
  ...JSON_CODES,
  denied: { code: 'AccessDenied', status: 403 },
  throttled: { code: 'Throttling', status: 400 },
  internal: { code: 'InternalServiceFault', status: 500 },
  invalid: { code: 'InvalidParameterValueException', status: 400 },
};

const QUERY_CODES: Readonly<Record<string, string>> = {
  InternalServiceFault: 'InternalServiceError',
  InvalidParameterValueException: 'InvalidParameterValue',
  UnrecognizedClientException: 'InvalidClientTokenId',
  ExpiredTokenException: 'ExpiredToken',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  IncompleteSignatureException: 'IncompleteSignature',
  UnknownOperationException: 'InvalidAction',
  ValidationException: 'ValidationError',
};

/** Amazon CloudWatch metrics, over JSON 1.0 (the JavaScript SDK, the AWS CLI) and CBOR. */
export function cloudwatchService(): Service {
  const dialect = { codes: CODES, queryCode: (code: string) => QUERY_CODES[code] ?? code };
  const json = awsJson({ ...dialect, version: '1.0', toJson: plainJson });
  const cbor = rpcV2Cbor(dialect);
  return {
    name: 'cloudwatch',
    regional: true,
    operations: operations({
      DescribeAlarms: { action: 'cloudwatch:DescribeAlarms', run: describeAlarms },
      ListMetrics: { action: 'cloudwatch:ListMetrics', run: listMetrics },
      GetMetricData: { action: 'cloudwatch:GetMetricData', run: getMetricData() },
    }),
    protocol: (request) => (speaksCbor(request.headers) ? cbor : json),
  };
}

/** Tagged times become epoch seconds, lists of doubles plain lists. */
function plainJson(value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value);
  if (Array.isArray(value)) return value.map(plainJson);
  if (isCborTag(value)) return value.value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainJson(item)]));
}
