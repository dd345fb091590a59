import { textOf } from '../../protocols/input.ts';
import type { Call } from '../../service.ts';
import type { WireRequest } from '../../wire-request.ts';

/** The bucket and key that a request names; an empty key is the bucket itself. */
export interface S3Target {
  readonly bucket: string;
  readonly key: string;
}

const VIRTUAL_HOST = /^(.+?)\.(?:localhost|s3[.-](?:[a-z0-9.-]+\.)?amazonaws\.com)(?::\d+)?$/;

/** Reads virtual-host style (`bucket.localhost`) and path style (`127.0.0.1/bucket/key`). */
export function readTarget(request: WireRequest): S3Target {
  const path = decodePath(request.path.slice(1));
  const bucket = VIRTUAL_HOST.exec(request.headers.host ?? '')?.[1];
  if (bucket !== undefined) return { bucket, key: path };
  const slash = path.indexOf('/');
  if (slash === -1) return { bucket: path, key: '' };
  return { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

/** The ARN of the bucket that a call names. */
export function bucketArn(call: Call): string {
  return `arn:aws:s3:::${textOf(call.input, 'bucket') ?? ''}`;
}

/** The ARN of the object that a call names. */
export function objectArn(call: Call): string {
  return `${bucketArn(call)}/${textOf(call.input, 'key') ?? ''}`;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
