import type { FaultCodes } from '../wire-fault.ts';

/** The common errors of awsJson services (CloudTrail, CloudWatch): HTTP 400 for nearly all. */
export const JSON_CODES: FaultCodes = {
  denied: { code: 'AccessDeniedException', status: 400 },
  throttled: { code: 'ThrottlingException', status: 400 },
  internal: { code: 'InternalFailure', status: 500 },
  invalid: { code: 'ValidationException', status: 400 },
  expired: { code: 'ExpiredTokenException', status: 400 },
  skewed: { code: 'InvalidSignatureException', status: 400 },
  'unknown-key': { code: 'UnrecognizedClientException', status: 400 },
  'missing-token': { code: 'MissingAuthenticationTokenException', status: 400 },
  'malformed-signature': { code: 'IncompleteSignatureException', status: 400 },
  'unknown-operation': { code: 'UnknownOperationException', status: 400 },
};

/** The common errors of restJson services (Bedrock). */
export const REST_JSON_CODES: FaultCodes = {
  denied: { code: 'AccessDeniedException', status: 403 },
  throttled: { code: 'ThrottlingException', status: 429 },
  internal: { code: 'InternalServerException', status: 500 },
  invalid: { code: 'ValidationException', status: 400 },
  expired: { code: 'ExpiredTokenException', status: 403 },
  skewed: { code: 'InvalidSignatureException', status: 403 },
  'unknown-key': { code: 'UnrecognizedClientException', status: 403 },
  'missing-token': { code: 'MissingAuthenticationTokenException', status: 403 },
  'malformed-signature': { code: 'IncompleteSignatureException', status: 403 },
  'unknown-operation': { code: 'UnknownOperationException', status: 404 },
};

/** The common errors of query services (IAM, STS). */
export const QUERY_CODES: FaultCodes = {
  denied: { code: 'AccessDenied', status: 403 },
  throttled: { code: 'Throttling', status: 400 },
  internal: { code: 'InternalFailure', status: 500 },
  invalid: { code: 'ValidationError', status: 400 },
  expired: { code: 'ExpiredToken', status: 403 },
  skewed: { code: 'SignatureDoesNotMatch', status: 403 },
  'unknown-key': { code: 'InvalidClientTokenId', status: 403 },
  'missing-token': { code: 'MissingAuthenticationToken', status: 403 },
  'malformed-signature': { code: 'IncompleteSignature', status: 400 },
  'unknown-operation': { code: 'InvalidAction', status: 400 },
};

/** The common errors of S3. */
export const S3_CODES: FaultCodes = {
  denied: { code: 'AccessDenied', status: 403 },
  throttled: { code: 'SlowDown', status: 503 },
  internal: { code: 'InternalError', status: 500 },
  invalid: { code: 'InvalidArgument', status: 400 },
  expired: { code: 'ExpiredToken', status: 400 },
  skewed: { code: 'RequestTimeTooSkewed', status: 403 },
  'unknown-key': { code: 'InvalidAccessKeyId', status: 403 },
  'missing-token': { code: 'AccessDenied', status: 403 },
  'malformed-signature': { code: 'AuthorizationHeaderMalformed', status: 400 },
  'unknown-operation': { code: 'NotImplemented', status: 501 },
};
