import { instantOfMs } from '../../../../shared/model/period.ts';
import { LOG_BUCKET } from './organization.ts';
import type { WorldInvocation } from './world.ts';

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

/** Whether the request is kept as an object of its own instead of in the record. */
export function isLargeRequest(call: WorldInvocation): boolean {
  return call.inputTokens > LARGE_INPUT_TOKENS;
}

/** The key of a large request's object, in the `data/` folder of its hour. */
export function largeRequestKey(call: WorldInvocation): string {
  return `${invocationLogFolder(call, call.time)}/data/${call.requestId}_input.json.gz`;
}

/** The S3 address of a large request, as `inputBodyS3Path` names it. */
export function largeRequestPath(call: WorldInvocation): string {
  return `s3://${LOG_BUCKET.name}/${largeRequestKey(call)}`;
}
