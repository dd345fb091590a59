import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { createCaller, outcomeOf } from '../aws/caller.ts';
import type { Clients } from '../aws/clients.ts';
import type { LogBucket } from './log-buckets.ts';
import type { LogFolder } from './log-keys.ts';
import { type FolderKinds, listLogFolders } from './s3-list.ts';
import type { SourceTools } from './source.ts';

/** A bucket and who may be able to read it. */
export interface BucketToOpen {
  readonly tools: SourceTools;
  readonly bucket: LogBucket;
  /** Connections that may be able to read the bucket, with their accounts, in the order to try. */
  readonly candidates: readonly { readonly accountId: string; readonly clients: Clients }[];
}

/** The folders of a bucket and the connection that listed them; else why none could. */
export type OpenedBucket<K extends string> =
  | { readonly clients: Clients; readonly folders: readonly LogFolder<K>[] }
  | { readonly outcome: ReadOutcome };

/** Finds a connection that may list the bucket; the outcome of the first one when none may. */
export async function openBucket<K extends string>(
  { tools, bucket, candidates }: BucketToOpen,
  kinds: FolderKinds<K>,
): Promise<OpenedBucket<K>> {
  let first: ReadOutcome | null = null;
  for (const { clients } of candidates) {
    const { profile } = clients.connection;
    const { signal, meter } = tools;
    const caller = createCaller({ region: bucket.region, profile, signal, identified: true });
    const access = { clients, region: bucket.region, call: caller.call, meter };
    try {
      return { clients, folders: await listLogFolders(access, bucket, kinds) };
    } catch (error) {
      first ??= aboutBucket(bucket, outcomeOf(error, `The bucket ${bucket.bucket}`));
    }
  }
  const reason = `No connection can read the bucket ${bucket.bucket}.`;
  return { outcome: first ?? { status: 'failed', reason } };
}

function aboutBucket({ bucket }: LogBucket, outcome: ReadOutcome): ReadOutcome {
  if (outcome.status === 'collected') return outcome;
  return { ...outcome, reason: `The bucket ${bucket} could not be listed. ${outcome.reason}` };
}
