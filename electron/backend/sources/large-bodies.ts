import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { CallFailure, createCaller, outcomeOf } from '../aws/caller.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { figuresOf } from '../store/ingest/plain-record.ts';
import type { InvocationBody, OpenBody, SourceReading } from '../store/store.ts';
import { s3Sources } from './s3-folder.ts';
import { type SourceTarget, type SourceTools, sourceReading } from './source.ts';

const AT_ONCE = 16;
const BATCH = 64;
/** Bodies end at 25 MB; more than this is none. */
const MAX_BYTES = 64 << 20;
/** Where Bedrock puts answers; a record that names another place is not followed. */
const PATH =
  /^s3:\/\/([^/]+)\/(.*AWSLogs\/\d{12}\/BedrockModelInvocationLogs\/.*_output\.json(?:\.gz)?)$/;
const inflate = promisify(gunzip);

/**
 * Reads the answers that lie beside the logs of an account and Region and hold usage that their
 * records lack; figures are taken out of each as it comes and nothing else is kept. One that cannot
 * be read stays open and stops no other; a batch of which none can ends the reading. Null when there
 * are none.
 * @throws AppError `cancelled`; bodies stored before stay stored.
 */
export async function readLargeBodies(
  tools: SourceTools,
  target: SourceTarget,
): Promise<SourceReading | null> {
  const open = await tools.store.openBodies(target);
  if (open.length === 0) return null;
  const { profile } = target.clients.connection;
  const { signal } = tools;
  const caller = createCaller({ region: target.region, profile, signal, identified: true });
  const taken: Taken = { items: 0, missed: null };
  let outcome: ReadOutcome;
  try {
    for (let at = 0; at < open.length; at += BATCH) {
      const bodies = open.slice(at, at + BATCH);
      const some = await readBatch(tools, { target, call: caller.call, taken }, bodies);
      if (!some) break;
    }
    outcome = taken.missed ?? { status: 'collected' };
  } catch (error) {
    outcome = outcomeOf(error, SUBJECT);
  }
  return sourceReading(s3Sources['invocation-logs'], {
    accountId: target.accountId,
    region: target.region,
    readAt: tools.clock(),
    calls: caller.calls(),
    items: taken.items,
    outcome,
  });
}

const SUBJECT = 'A large answer beside the invocation logs';

interface Taken {
  items: number;
  /** Why a body could not be read, of the first one. */
  missed: ReadOutcome | null;
}

interface Access {
  readonly target: SourceTarget;
  readonly call: ReturnType<typeof createCaller>['call'];
  readonly taken: Taken;
}

/** Stores the figures of some bodies; answers whether any could be read. */
async function readBatch(
  tools: SourceTools,
  access: Access,
  open: readonly OpenBody[],
): Promise<boolean> {
  const { taken } = access;
  const fetched = await inParallel(open, AT_ONCE, async (body) => {
    try {
      return await fetchBody(tools, access, body);
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      taken.missed ??= outcomeOf(error, SUBJECT);
      return null;
    }
  });
  const bodies = fetched.filter((body) => body !== null);
  await tools.store.putBodies(bodies);
  taken.items += bodies.filter(({ body }) => body !== null).length;
  return bodies.length > 0;
}

/** The figures of a body; null when it is gone or cannot be read, which no later try would change. */
async function fetchBody(
  { meter }: SourceTools,
  { target, call }: Access,
  { requestId, time, modelId, path }: OpenBody,
): Promise<InvocationBody> {
  const [, Bucket, Key] = PATH.exec(path) ?? [];
  const found = { requestId, time, modelId };
  if (Bucket === undefined || Key === undefined) return { ...found, body: null };
  meter.book('s3:GetObject', 1);
  try {
    const bytes = await call('s3:GetObject', async (options) => {
      const client = await target.clients.s3(target.region);
      const { Body, ContentLength = 0 } = await client.getObject({ Bucket, Key }, options);
      if (ContentLength <= MAX_BYTES) return Body?.transformToByteArray();
      if (Body instanceof Readable) Body.destroy();
      return undefined;
    });
    return { ...found, body: await parseBody(bytes) };
  } catch (error) {
    if (error instanceof CallFailure && /NoSuchKey|does not exist/.test(error.message)) {
      return { ...found, body: null };
    }
    throw error;
  }
}

async function parseBody(bytes: Uint8Array | undefined): Promise<unknown> {
  if (bytes === undefined) return null;
  try {
    const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = zipped ? await inflate(bytes, { maxOutputLength: MAX_BYTES }) : Buffer.from(bytes);
    const body: unknown = JSON.parse(text.toString('utf8'));
    return body === null ? null : (figuresOf(body) ?? {});
  } catch {
    return null;
  }
}
