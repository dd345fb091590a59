import { z } from 'zod';
import {
  addDays,
  dayOf,
  instantOfMs,
  msOfDay,
  msOfInstant,
} from '../../../../shared/model/period.ts';
import { createCaller, outcomeOf } from '../../aws/caller.ts';
import type { Clients } from '../../aws/clients.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import type { SourceReading } from '../../store/store.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { LogFolder } from '../log-keys.ts';
import { downloadLogFile } from '../s3-download.ts';
import { type BucketAccess, type LogObject, listLogObjects } from '../s3-list.ts';
import { HISTORY_DAYS, type SourceInfo, type SourceTools, sourceReading } from '../source.ts';
import { checkChain } from './check-chain.ts';
import { endedDigests, fileProblem, signedFiles, unlistedFiles } from './check-files.ts';
import { contentHash } from './content-hash.ts';
import type { Digest } from './digest-file.ts';
import { type DigestProblem, outcomeOfProblems } from './problems.ts';
import type { PublicKeys } from './public-keys.ts';
import { readDigests } from './read-digests.ts';

/** The digests of trails, as coverage and the required policy name them. */
export const trailDigests: SourceInfo = {
  id: 'trail-digests',
  title: 'Digests of CloudTrail log files',
  iamActions: ['cloudtrail:ListPublicKeys', 's3:ListBucket', 's3:GetObject', 'kms:Decrypt'],
};

const FILES_AT_ONCE = 16;
/** Read again each time: what came late, and files near the end of the last digest. */
const OVERLAP_MS = 26 * 60 * 60_000;

const cursorSchema = z.object({ provenTo: z.iso.datetime() });

/** The folders of one account and Region in a bucket; null where there is none. */
export interface DigestPlace {
  readonly accountId: string;
  readonly region: string;
  readonly logs: LogFolder | null;
  readonly digests: LogFolder<string> | null;
}

/** What places of one bucket are verified with. */
export interface Verifier {
  readonly tools: SourceTools;
  readonly clients: Clients;
  /** The bucket and its Region. */
  readonly bucket: string;
  readonly bucketRegion: string;
  /** Whether every trail that writes to the bucket writes digests too. */
  readonly allSigned: boolean;
  readonly keysOf: (region: string) => Promise<PublicKeys>;
}

/** The first moment whose digests are read. */
export function historyStart(tools: SourceTools): number {
  return msOfDay(addDays(dayOf(tools.clock()), -HISTORY_DAYS));
}

/**
 * Proves the log files of one account and Region; `items` counts the files that were compared.
 * @throws AppError `cancelled`.
 */
export async function verifyPlace(verifier: Verifier, place: DigestPlace): Promise<SourceReading> {
  const { tools, clients, bucketRegion: region } = verifier;
  const { signal, meter } = tools;
  const { profile } = clients.connection;
  const caller = createCaller({ region, profile, signal, identified: true });
  const access = { clients, region, call: caller.call, meter };
  const counted = { files: 0 };
  const ended = (outcome: SourceReading['outcome']) =>
    sourceReading(trailDigests, {
      accountId: place.accountId,
      region: place.region,
      readAt: tools.clock(),
      calls: caller.calls(),
      items: counted.files,
      outcome,
    });
  try {
    return ended(outcomeOfProblems(await problemsIn({ ...verifier, access, counted }, place)));
  } catch (error) {
    return ended(outcomeOf(error, trailDigests.title));
  }
}

interface PlaceVerifier extends Verifier {
  readonly access: BucketAccess;
  readonly counted: { files: number };
}

async function problemsIn(
  verifier: PlaceVerifier,
  { region, logs, digests }: DigestPlace,
): Promise<readonly DigestProblem[]> {
  const { tools, access, bucket } = verifier;
  if (digests === null) return [noDigests(bucket)];
  const cursorName = `trail-digests:${bucket}/${digests.prefix}`;
  const fromMs = await firstMoment(tools, cursorName);
  const keys = await verifier.keysOf(region);
  const chains = await readDigests(access, digests, fromMs);
  const checked = chains.map((chain) => checkChain(chain, { keys, fromMs }));
  const trusted = checked.flatMap((chain) => chain.trusted);
  const firstMs = trusted.reduce((first, { startMs }) => Math.min(first, startMs), fromMs);
  const firstDay = addDays(dayOf(instantOfMs(firstMs)), -1);
  const held = logs === null ? [] : await listLogObjects(access, logs, firstDay);
  const problems = [
    ...checked.flatMap((chain) => chain.problems),
    ...(await checkContents(verifier, trusted, held)),
    ...unsignedFiles(verifier, trusted, held),
  ];
  await remember(tools, cursorName, { trusted, problems });
  return problems;
}

function noDigests(bucket: string): DigestProblem {
  const text = `The bucket ${bucket} holds no digests of this account and Region: log file validation is off, or was never on.`;
  return { kind: 'gap', atMs: 0, text };
}

async function firstMoment(tools: SourceTools, cursorName: string): Promise<number> {
  const start = historyStart(tools);
  const cursor = await readCursor(tools.store, cursorName, cursorSchema);
  return cursor === null ? start : Math.max(start, msOfInstant(cursor.provenTo) - OVERLAP_MS);
}

/** Compares what digests list with what lies in the bucket; hashes go into the list of files. */
async function checkContents(
  { access, bucket, counted, tools }: PlaceVerifier,
  trusted: readonly Digest[],
  held: readonly LogObject[],
): Promise<readonly DigestProblem[]> {
  const objects = new Map(held.map((object) => [object.key, object]));
  const here = signedFiles(trusted).filter((file) => file.bucket === bucket);
  const checked = await inParallel(here, FILES_AT_ONCE, async (file) => {
    const object = objects.get(file.key);
    if (object === undefined) return { problem: fileProblem(file, null), hashed: null };
    const { path, key, etag } = await downloadLogFile(access, tools, object);
    const sha256 = await contentHash(path, tools.signal);
    return { problem: fileProblem(file, sha256), hashed: { key, etag, sha256 } };
  });
  counted.files += here.length;
  await tools.store.putHashes(checked.flatMap(({ hashed }) => hashed ?? []));
  return checked.flatMap(({ problem }) => problem ?? []);
}

/** Files that no digest lists; they prove nothing where another trail writes without digests. */
function unsignedFiles(
  { allSigned, bucket, tools }: PlaceVerifier,
  trusted: readonly Digest[],
  held: readonly LogObject[],
): readonly DigestProblem[] {
  if (!allSigned) return [];
  const keys = held.map(({ key }) => key);
  const ended = endedDigests(keys, trusted, msOfInstant(tools.clock()));
  return [...unlistedFiles({ bucket, keys }, trusted), ...(ended === null ? [] : [ended])];
}

/** What lies before the first problem is proven, and not read again. */
async function remember(
  tools: SourceTools,
  cursorName: string,
  read: { readonly trusted: readonly Digest[]; readonly problems: readonly DigestProblem[] },
): Promise<void> {
  const firstProblem = Math.min(...read.problems.map(({ atMs }) => atMs));
  const ends = read.trusted.map(({ endMs }) => endMs).filter((endMs) => endMs < firstProblem);
  if (ends.length === 0) return;
  await writeCursor(tools.store, cursorName, { provenTo: instantOfMs(Math.max(...ends)) });
}
