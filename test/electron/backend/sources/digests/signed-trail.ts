import { createHash, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  keyFingerprint,
  signingKey,
} from '../../../../../electron/backend/demo/world/digests/signing-key.ts';
import type { WorldObject } from '../../../../../electron/backend/demo/world/world.ts';

export const BUCKET = 'small-logs';
const ACCOUNT = '111111111111';
const FOLDER = `AWSLogs/${ACCOUNT}`;

/** A log file of 2026-11-19, delivered at half past an hour. */
export interface LogFileOfTest {
  readonly key: string;
  readonly text: string;
}

/** Changes to what CloudTrail would write. */
export interface DigestChange {
  readonly hour: number;
  readonly files?: readonly LogFileOfTest[];
  /** Members of the document, before it is signed. */
  readonly document?: Readonly<Record<string, unknown>>;
  readonly signature?: string;
  /** Written over the document after it was signed. */
  readonly tampered?: string;
  /** Behind the time in the name: `_backfill`. */
  readonly ending?: string;
}

/** A digest of one hour of the trail, and its place in the chain. */
export interface DigestOfTest {
  readonly object: WorldObject;
  readonly signature: string;
}

/** The log file of an hour. */
export function logFile(hour: number, event = `event-${hour}`): LogFileOfTest {
  const stamp = `20261119T${two(hour)}30Z`;
  const name = `${ACCOUNT}_CloudTrail_us-east-1_${stamp}_AbCdEfGhIjKlMn${two(hour)}.json.gz`;
  const record = {
    eventVersion: '1.11',
    eventID: event,
    eventTime: `2026-11-19T${two(hour)}:20:00Z`,
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'us-east-1',
    recipientAccountId: ACCOUNT,
  };
  return {
    key: `${FOLDER}/CloudTrail/us-east-1/2026/11/19/${name}`,
    text: JSON.stringify({ Records: [record] }),
  };
}

/** A log file as it lies in the bucket. */
export function heldFile({ key, text }: LogFileOfTest, content = text): WorldObject {
  return { key, lastModified: '2026-11-19T23:00:00Z', body: () => gzipSync(content) };
}

/** The digest of an hour, written and signed as the CloudTrail user guide says. */
export function digest(change: DigestChange, before: DigestOfTest | null): DigestOfTest {
  const { hour, ending = '' } = change;
  const key = digestKey(hour, ending);
  const end = `2026-11-19T${two(hour + 1)}:00:00Z`;
  const document = {
    awsAccountId: ACCOUNT,
    digestStartTime: `2026-11-19T${two(hour)}:00:00Z`,
    digestEndTime: end,
    digestS3Bucket: BUCKET,
    digestS3Object: key,
    digestPublicKeyFingerprint: keyFingerprint,
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: null,
    oldestEventTime: null,
    previousDigestS3Bucket: before === null ? null : BUCKET,
    previousDigestS3Object: before?.object.key ?? null,
    previousDigestSignature: before?.signature ?? null,
    logFiles: (change.files ?? [logFile(hour)]).map((file) => ({
      s3Bucket: BUCKET,
      s3Object: file.key,
      hashValue: sha256(file.text),
      hashAlgorithm: 'SHA-256',
    })),
    ...change.document,
  };
  const text = JSON.stringify(document);
  const signed = `${end}\n${BUCKET}/${key}\n${sha256(text)}\n${document.previousDigestSignature}`;
  const signature =
    change.signature ?? sign('RSA-SHA256', Buffer.from(signed), signingKey).toString('hex');
  const object = {
    key,
    lastModified: end,
    body: () => gzipSync(change.tampered ?? text),
    metadata: () => ({ signature, 'signature-algorithm': 'SHA256withRSA' }),
  };
  return { object, signature };
}

/** Digests of hours that follow each other. */
export function chain(changes: readonly DigestChange[]): readonly DigestOfTest[] {
  const digests: DigestOfTest[] = [];
  for (const change of changes) digests.push(digest(change, digests.at(-1) ?? null));
  return digests;
}

/** Where the digest of an hour lies. */
export function digestKey(hour: number, ending = ''): string {
  const name = `${ACCOUNT}_CloudTrail-Digest_us-east-1_small-trail_us-east-1_20261119T${two(hour + 1)}0000Z`;
  return `${FOLDER}/CloudTrail-Digest/us-east-1/2026/11/19/${name}${ending}.json.gz`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
