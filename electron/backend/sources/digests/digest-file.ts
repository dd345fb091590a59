import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import { msOfInstant } from '../../../../shared/model/period.ts';

const inflate = promisify(gunzip);
/** A digest lists the files of one hour; the largest seen are far below this. */
const MAX_BYTES = 64 << 20;

const digestSchema = z.looseObject({
  digestStartTime: z.iso.datetime(),
  digestEndTime: z.iso.datetime(),
  digestS3Bucket: z.string(),
  digestS3Object: z.string(),
  digestPublicKeyFingerprint: z.string(),
  digestSignatureAlgorithm: z.string(),
  previousDigestS3Bucket: z.string().nullish(),
  previousDigestS3Object: z.string().nullish(),
  previousDigestSignature: z.string().nullish(),
  logFiles: z.array(
    z.looseObject({
      s3Bucket: z.string(),
      s3Object: z.string(),
      hashValue: z.string(),
      hashAlgorithm: z.literal('SHA-256'),
    }),
  ),
});

/** A log file that a digest lists. */
export interface ListedFile {
  readonly bucket: string;
  readonly key: string;
  /** Lower-case hex SHA-256 of the file's content before compression. */
  readonly sha256: string;
}

/**
 * One digest of a trail: which log files it delivered in an account and Region within a time, signed
 * together with the digest before (CloudTrail user guide, "Digest file structure").
 */
export interface Digest {
  readonly bucket: string;
  readonly key: string;
  readonly startMs: number;
  readonly endMs: number;
  /** What was signed. */
  readonly signedText: string;
  /** Hex. */
  readonly signature: string;
  readonly algorithm: string;
  readonly fingerprint: string;
  /** The place that the digest says it lies at. */
  readonly statedPlace: string;
  /** Null where the chain begins. */
  readonly previous: {
    readonly bucket: string;
    readonly key: string;
    readonly signature: string;
  } | null;
  readonly files: readonly ListedFile[];
}

/** An object as S3 hands it out. */
export interface DigestObject {
  readonly bucket: string;
  readonly key: string;
  readonly body: Uint8Array;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Reads a digest; answers what is wrong with one that cannot be read. */
export async function parseDigest(object: DigestObject): Promise<Digest | string> {
  const { signature } = object.metadata;
  if (signature === undefined) return 'it has no signature';
  const text = await inflate(object.body, { maxOutputLength: MAX_BYTES }).catch(() => null);
  if (text === null) return 'it is not compressed as CloudTrail does it';
  const parsed = digestSchema.safeParse(jsonOf(text));
  if (!parsed.success) return 'it is not what CloudTrail writes';
  const stated = parsed.data;
  return {
    bucket: object.bucket,
    key: object.key,
    startMs: msOfInstant(stated.digestStartTime),
    endMs: msOfInstant(stated.digestEndTime),
    signedText: signedText(stated, createHash('sha256').update(text).digest('hex')),
    signature,
    algorithm: object.metadata['signature-algorithm'] ?? stated.digestSignatureAlgorithm,
    fingerprint: stated.digestPublicKeyFingerprint,
    statedPlace: `${stated.digestS3Bucket}/${stated.digestS3Object}`,
    previous: previousOf(stated),
    files: stated.logFiles.map(({ s3Bucket, s3Object, hashValue }) => ({
      bucket: s3Bucket,
      key: s3Object,
      sha256: hashValue.toLowerCase(),
    })),
  };
}

type Stated = z.infer<typeof digestSchema>;

/** CloudTrail writes `null` where there is no digest before (its guide on custom validation). */
function signedText(stated: Stated, sha256: string): string {
  const { digestEndTime, digestS3Bucket, digestS3Object, previousDigestSignature } = stated;
  const place = `${digestS3Bucket}/${digestS3Object}`;
  return [digestEndTime, place, sha256, previousDigestSignature ?? 'null'].join('\n');
}

function previousOf(stated: Stated): Digest['previous'] {
  const { previousDigestS3Bucket: bucket, previousDigestS3Object: key } = stated;
  if (typeof bucket !== 'string' || typeof key !== 'string') return null;
  return { bucket, key, signature: stated.previousDigestSignature ?? '' };
}

function jsonOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
