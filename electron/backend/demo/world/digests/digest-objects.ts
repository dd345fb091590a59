import { createHash, sign } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  addDays,
  daysIn,
  type Instant,
  instantOfMs,
  msOfDay,
  msOfInstant,
} from '../../../../../shared/model/period.ts';
import { type Calendar, HOUR_MS } from '../calendar.ts';
import type { WorldObject } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { resourceId } from '../identifiers.ts';
import { once } from '../keep.ts';
import { ACCOUNT, LOG_BUCKET } from '../organization.ts';
import { keyFingerprint, signingKey } from './signing-key.ts';

const TRAIL = 'acme-organization-trail_us-east-1';
const LOG_KEY = /^(AWSLogs\/[^/]+\/(\d{12})\/CloudTrail)\/([a-z0-9-]+)\//;

/** A log file that somebody deleted after its digest was written: nothing else tells of it. */
const DELETED = { accountId: ACCOUNT.platform, region: 'eu-west-1', hour: '0240' } as const;

/** One digest: its object, and what the next one says of it. */
interface SignedDigest {
  readonly key: string;
  readonly body: Buffer;
  readonly sha256: string;
  readonly signature: string;
}

/** Where the log files of one account and Region lie. */
interface DigestPlace {
  readonly accountId: string;
  readonly region: string;
  /** `AWSLogs/<organisation>/<account>/CloudTrail-Digest/<Region>`. */
  readonly folder: string;
}

/**
 * The signed lists of what the organisation's trail delivered, since it writes them: one a day for
 * each account and Region (AWS writes one an hour), each signed together with the one before. They
 * are made when they are read, because they hash every log file. One lists a file of the night in
 * which a stolen key was used, and that file is gone.
 */
export function digestObjects(
  calendar: Calendar,
  logFiles: readonly WorldObject[],
): readonly WorldObject[] {
  const places = groupBy(logFiles, ({ key }) => LOG_KEY.exec(key)?.[0] ?? '');
  return [...places].flatMap(([prefix, files]) => {
    const [, root = '', accountId = '', region = ''] = LOG_KEY.exec(prefix) ?? [];
    if (accountId === '') return [];
    const place = { accountId, region, folder: `${root}-Digest/${region}` };
    return chainOf(place, files, calendar);
  });
}

function chainOf(
  place: DigestPlace,
  files: readonly WorldObject[],
  calendar: Calendar,
): readonly WorldObject[] {
  const days = daysIn({ from: calendar.digestsOnDay, to: calendar.today });
  const objects: WorldObject[] = [];
  let before: (() => SignedDigest) | null = null;
  for (const day of days) {
    const startMs = msOfDay(day) + HOUR_MS;
    const endMs = msOfDay(addDays(day, 1)) + HOUR_MS;
    if (endMs > calendar.nowMs) break;
    const listed = files.filter(({ lastModified }) => {
      const ms = msOfInstant(lastModified);
      return ms > startMs && ms <= endMs;
    });
    const previous: (() => SignedDigest) | null = before;
    const deleted = day === calendar.jackingDay ? deletedFiles(place, day) : [];
    const digest: () => SignedDigest = once(() =>
      signed(place, { startMs, endMs, listed, deleted, previous: previous?.() ?? null }),
    );
    before = digest;
    objects.push({
      key: digestKey(place, endMs),
      lastModified: instantOfMs(endMs),
      body: () => digest().body,
      metadata: () => ({
        signature: digest().signature,
        'signature-algorithm': 'SHA256withRSA',
      }),
    });
  }
  return objects;
}

interface DigestContent {
  readonly startMs: number;
  readonly endMs: number;
  readonly listed: readonly WorldObject[];
  readonly deleted: readonly object[];
  readonly previous: SignedDigest | null;
}

/** The document, its members in the order of AWS's sample, and its signature. */
function signed(place: DigestPlace, content: DigestContent): SignedDigest {
  const { startMs, endMs, previous } = content;
  const key = digestKey(place, endMs);
  const text = JSON.stringify({
    awsAccountId: place.accountId,
    digestStartTime: instantOfMs(startMs),
    digestEndTime: instantOfMs(endMs),
    digestS3Bucket: LOG_BUCKET.name,
    digestS3Object: key,
    digestPublicKeyFingerprint: keyFingerprint,
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime: instantOfMs(endMs),
    oldestEventTime: instantOfMs(startMs),
    previousDigestS3Bucket: previous === null ? null : LOG_BUCKET.name,
    previousDigestS3Object: previous?.key ?? null,
    previousDigestHashValue: previous?.sha256 ?? null,
    previousDigestHashAlgorithm: previous === null ? null : 'SHA-256',
    previousDigestSignature: previous?.signature ?? null,
    logFiles: [...content.listed.map(listedFile), ...content.deleted],
  });
  const sha256 = sha256Of(text);
  const toSign = [
    instantOfMs(endMs),
    `${LOG_BUCKET.name}/${key}`,
    sha256,
    previous?.signature ?? 'null',
  ].join('\n');
  const signature = sign('sha256', Buffer.from(toSign), signingKey).toString('hex');
  return { key, body: gzipSync(text, { level: 1 }), sha256, signature };
}

function listedFile(object: WorldObject): object {
  const text = gunzipSync(object.body());
  return fileEntry(object.key, sha256Of(text), object.lastModified);
}

function deletedFiles({ accountId, region, folder }: DigestPlace, day: string): readonly object[] {
  if (accountId !== DELETED.accountId || region !== DELETED.region) return [];
  const stamp = `${day.replaceAll('-', '')}T${DELETED.hour}Z`;
  const file = `${accountId}_CloudTrail_${region}_${stamp}`;
  const path = `${folder.replace('CloudTrail-Digest', 'CloudTrail')}/${day.replaceAll('-', '/')}`;
  const key = `${path}/${file}_${resourceId(`deleted/${file}`, 16)}.json.gz`;
  return [fileEntry(key, sha256Of(key), `${day}T02:40:00Z`)];
}

function fileEntry(key: string, sha256: string, time: Instant): object {
  return {
    s3Bucket: LOG_BUCKET.name,
    s3Object: key,
    hashValue: sha256,
    hashAlgorithm: 'SHA-256',
    newestEventTime: time,
    oldestEventTime: time,
  };
}

/** The end of a digest stands in its path, and to the second in its name. */
function digestKey({ accountId, region, folder }: DigestPlace, endMs: number): string {
  const end = instantOfMs(endMs);
  const stamp = `${end.slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`;
  const name = `${accountId}_CloudTrail-Digest_${region}_${TRAIL}_${stamp}.json.gz`;
  return `${folder}/${end.slice(0, 10).replaceAll('-', '/')}/${name}`;
}

function sha256Of(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
