import { instantOfMs } from '../../../../shared/model/period.ts';
import { sessionArn } from './cloudtrail-record.ts';
import type { WorldInvocation } from './facts.ts';
import { isLargeRequest, isLargeResponse, largeBodyPath } from './log-keys.ts';
import { logDestinations } from './logging.ts';
import { requestBody } from './request-body.ts';
import { responseBody } from './response-body.ts';

/** One record of model invocation logging as S3 files carry it, one JSON line each. */
export type InvocationLogRecord = Readonly<Record<string, unknown>>;

/**
 * The log record of a call. Cached tokens are not in `inputTokenCount`; the split by time to live
 * is only inside the body; calls that a guardrail blocks in InvokeModel have no counts at all
 * (field captures of 2024-26).
 */
export function toInvocationLog(call: WorldInvocation): InvocationLogRecord {
  return {
    timestamp: instantOfMs(call.time),
    accountId: call.accountId,
    identity: { arn: sessionArn(call.caller) },
    region: call.region,
    requestId: call.requestId,
    operation: call.operation,
    modelId: call.modelId,
    ...(call.requestMetadata === null ? {} : { requestMetadata: call.requestMetadata }),
    ...(call.errorCode === null ? {} : { errorCode: call.errorCode }),
    input: {
      inputContentType: 'application/json',
      ...inputBody(call),
      ...inputCounts(call),
    },
    ...(call.errorCode === null ? { output: output(call) } : {}),
    ...(call.inferenceRegion === null ? {} : { inferenceRegion: call.inferenceRegion }),
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
  };
}

function output(call: WorldInvocation): Readonly<Record<string, unknown>> {
  return {
    outputContentType: 'application/json',
    ...outputBody(call),
    ...(hasCounts(call) ? { outputTokenCount: call.outputTokens } : {}),
  };
}

function inputBody(call: WorldInvocation): Readonly<Record<string, unknown>> {
  if (!isLargeRequest(call)) return { inputBodyJson: requestBody(call) };
  return keepsLargeBodies(call) ? { inputBodyS3Path: largeBodyPath(call, 'input') } : {};
}

function outputBody(call: WorldInvocation): Readonly<Record<string, unknown>> {
  if (!isLargeResponse(call)) return { outputBodyJson: responseBody(call) };
  return keepsLargeBodies(call) ? { outputBodyS3Path: largeBodyPath(call, 'output') } : {};
}

/** A log group without a bucket beside it drops what does not fit into a record. */
function keepsLargeBodies(call: WorldInvocation): boolean {
  return logDestinations(call.accountId, call.region).s3;
}

function inputCounts(call: WorldInvocation): Readonly<Record<string, number>> {
  if (!hasCounts(call)) return {};
  return {
    inputTokenCount: call.inputTokens,
    cacheReadInputTokenCount: call.cacheReadTokens,
    cacheWriteInputTokenCount: call.cacheWrite5mTokens + call.cacheWrite1hTokens,
  };
}

/** Calls of image and rerank models have no token counts (field reports of 2024-26 on images). */
function hasCounts(call: WorldInvocation): boolean {
  if (call.errorCode !== null || call.images !== null || call.searchUnits !== null) return false;
  return !(call.operation.startsWith('InvokeModel') && call.guardrail?.intervened === true);
}
