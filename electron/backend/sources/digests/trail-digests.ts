import { msOfInstant } from '../../../../shared/model/period.ts';
import { createCaller } from '../../aws/caller.ts';
import type { Clients } from '../../aws/clients.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import type { SourceReading } from '../../store/store.ts';
import type { LogFolder } from '../log-keys.ts';
import { type BucketToOpen, openBucket } from '../open-bucket.ts';
import type { FolderKinds } from '../s3-list.ts';
import { type OnSourceProgress, sourceReading } from '../source.ts';
import { type PublicKeys, readPublicKeys } from './public-keys.ts';
import {
  type DigestPlace,
  historyStart,
  trailDigests,
  type Verifier,
  verifyPlace,
} from './verify-place.ts';

type Kind = 'cloudtrail' | 'digests';

const FOLDERS: FolderKinds<Kind> = new Map<string, Kind>([
  ['CloudTrail', 'cloudtrail'],
  ['CloudTrail-Digest', 'digests'],
]);
const PLACES_AT_ONCE = 6;

export interface VerifyOptions extends BucketToOpen {
  /** Whether every trail that writes to the bucket writes digests too. */
  readonly allSigned: boolean;
  readonly onProgress: OnSourceProgress;
}

/**
 * Proves that the CloudTrail log files of a bucket are those that CloudTrail delivered: signatures of
 * the digests, the chain that they form, and the content of every file that they list. What was
 * proven before is not read again; what was not is told at every scan.
 * @throws AppError `cancelled`.
 */
export async function verifyTrailDigests(
  options: VerifyOptions,
): Promise<readonly SourceReading[]> {
  const { tools, bucket, allSigned, onProgress } = options;
  const opened = await openBucket(options, FOLDERS);
  if ('outcome' in opened) return unopened(options, opened.outcome);
  const { clients } = opened;
  const verifier: Verifier = {
    tools,
    clients,
    bucket: bucket.bucket,
    bucketRegion: bucket.region,
    allSigned,
    keysOf: keysByRegion(options, clients),
  };
  const places = placesOf(opened.folders);
  let done = 0;
  onProgress(done, places.length);
  return inParallel(places, PLACES_AT_ONCE, async (place) => {
    const reading = await verifyPlace(verifier, place);
    done += 1;
    onProgress(done, places.length);
    return reading;
  });
}

/** A bucket that cannot be listed is told for each trail log that it is to hold. */
function unopened(
  { tools, bucket }: VerifyOptions,
  outcome: SourceReading['outcome'],
): readonly SourceReading[] {
  return bucket.logs
    .filter(({ kind }) => kind === 'cloudtrail')
    .map(({ accountId, region }) => {
      const reading = { accountId, region, readAt: tools.clock(), calls: 1, items: 0, outcome };
      return sourceReading(trailDigests, reading);
    });
}

function placesOf(folders: readonly LogFolder<Kind>[]): readonly DigestPlace[] {
  const places = new Map<string, DigestPlace>();
  for (const folder of folders) {
    const { accountId, region, kind } = folder;
    const id = `${accountId}/${region}`;
    const known = places.get(id) ?? { accountId, region, logs: null, digests: null };
    const found = kind === 'cloudtrail' ? { logs: { ...folder, kind } } : { digests: folder };
    places.set(id, { ...known, ...found });
  }
  return [...places.values()];
}

/** The keys are the Region's, whatever the account: each Region is asked once. */
function keysByRegion({ tools }: VerifyOptions, clients: Clients): Verifier['keysOf'] {
  const asked = new Map<string, Promise<PublicKeys>>();
  const range = { fromMs: historyStart(tools), toMs: msOfInstant(tools.clock()) };
  const { profile } = clients.connection;
  return (region) => {
    const { call } = createCaller({ region, profile, signal: tools.signal, identified: true });
    const keys = asked.get(region) ?? readPublicKeys({ clients, region, call }, range);
    asked.set(region, keys);
    return keys;
  };
}
