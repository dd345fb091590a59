import { instantOfMs } from '../../../../shared/model/period.ts';
import type { WorldInvocation } from './facts.ts';
import { invocationLogBucket } from './organization.ts';

/** The folder of one hour of invocation logs: `AWSLogs/<account>/BedrockModelInvocationLogs/...`. */
export function invocationLogFolder(
  place: Pick<WorldInvocation, 'accountId' | 'region'>,
  ms: number,
): string {
  const hour = instantOfMs(ms).slice(0, 13).replaceAll('-', '/').replace('T', '/');
  return `AWSLogs/${place.accountId}/BedrockModelInvocationLogs/${place.region}/${hour}`;
}

/** Input tokens above which a request is over the 100 KB that fit into a log record. */
const LARGE_INPUT_TOKENS = 130_000;
/** Output tokens above which an answer is: four bytes a token. */
const LARGE_OUTPUT_TOKENS = 25_000;

/** Whether the request is kept as an object of its own instead of in the record. */
export function isLargeRequest(call: WorldInvocation): boolean {
  return call.inputTokens > LARGE_INPUT_TOKENS;
}

/** Whether the answer is kept as an object of its own instead of in the record; images always are. */
export function isLargeResponse(call: WorldInvocation): boolean {
  return call.outputTokens > LARGE_OUTPUT_TOKENS || call.images !== null;
}

/** The key of a large body's object, in the `data/` folder of its hour. */
export function largeBodyKey(call: WorldInvocation, body: 'input' | 'output'): string {
  return `${invocationLogFolder(call, call.time)}/data/${call.requestId}_${body}.json.gz`;
}

/** The S3 address of a large body, as `inputBodyS3Path` and `outputBodyS3Path` name it. */
export function largeBodyPath(call: WorldInvocation, body: 'input' | 'output'): string {
  return `s3://${invocationLogBucket(call.accountId, call.region)}/${largeBodyKey(call, body)}`;
}
