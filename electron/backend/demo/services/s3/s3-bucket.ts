import { xmlElement } from '../../protocols/xml.ts';
import type { Reply } from '../../reply.ts';
import type { Call } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { SettledBucket } from '../../world/surroundings/surroundings-world.ts';
import { bucketArn } from './s3-address.ts';

/** What an operation does with the bucket that a call names. */
export type RunInBucket<T> = (call: Call, bucket: SettledBucket) => T;

/** The bucket that a call names, as far as it exists. */
export function findBucket(call: Call): SettledBucket {
  const bucket = call.world.bucket(String(call.input.bucket));
  if (bucket !== null) return bucket;
  throw new WireFault('NoSuchBucket', 404, 'The specified bucket does not exist');
}

/** Refuses a bucket of another account, unless its policy shares what is asked for. */
export function checkOwner(call: Call, bucket: SettledBucket, action: string): void {
  if (bucket.accountId === call.identity.accountId) return;
  const text = `User: ${call.identity.arn} is not authorized to perform: ${action} on resource: "${bucketArn(call)}" because no resource-based policy allows the ${action} action`;
  throw new WireFault('AccessDenied', 403, text);
}

/** Objects of a bucket: its account's, and those of others where the policy shares them. */
export function inSharedBucket<T extends Reply | Promise<Reply>>(
  action: string,
  run: RunInBucket<T>,
) {
  return atHome((call, bucket) => {
    if (!bucket.shared) checkOwner(call, bucket, action);
    return run(call, bucket);
  });
}

/** Settings of a bucket, which are for its own account. */
export function inOwnBucket<T extends Reply | Promise<Reply>>(action: string, run: RunInBucket<T>) {
  return atHome((call, bucket) => {
    checkOwner(call, bucket, action);
    return run(call, bucket);
  });
}

/** Refuses buckets that do not exist, and requests signed for another Region than the bucket's. */
function atHome<T extends Reply | Promise<Reply>>(run: RunInBucket<T>) {
  return (call: Call): T | Reply => {
    const bucket = findBucket(call);
    const { name, region } = bucket;
    if (call.region === region) return run(call, bucket);
    const body = xmlElement(
      'Error',
      {
        Code: 'PermanentRedirect',
        Message:
          'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
        Endpoint: `${name}.s3.${region}.amazonaws.com`,
        Bucket: name,
      },
      'flat',
    );
    const headers = { 'content-type': 'application/xml', 'x-amz-bucket-region': region };
    return { status: 301, headers, body };
  };
}
