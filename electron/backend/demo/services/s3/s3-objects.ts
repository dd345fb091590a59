import { createHash } from 'node:crypto';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { World, WorldObject } from '../../world/world.ts';
import type { RecentBodies } from './recent-bodies.ts';

/** Milliseconds that making bodies for a listing may hold other requests up. */
const BUSY_MS = 20;
/**
 * A page of a listing ends behind so many bytes of bodies, which have to be made for their sizes: some
 * 20,000 records, about a second. S3 too may answer fewer keys than asked for.
 */
const PAGE_BYTES = 2 * 1024 * 1024;

/** What S3 says about an object; kept, since the size is known only once the body is made. */
export interface ObjectFacts {
  readonly size: number;
  /** The MD5 of the body in double quotes, as S3 gives it for plain uploads. */
  readonly etag: string;
  /** CRC-32 of the body, base64. */
  readonly crc32: string;
}

/** The objects of one bucket with their facts. */
export interface ObjectStock {
  /** All objects in key order. */
  all(): readonly WorldObject[];
  find(key: string): WorldObject | undefined;
  facts(object: WorldObject): ObjectFacts;
  body(object: WorldObject): Buffer;
  /**
   * The facts of the first objects, as many as one page of a listing tells and at least one, letting
   * other requests through in between.
   */
  factsOfPage(objects: readonly WorldObject[]): Promise<readonly ObjectFacts[]>;
}

/** The stock of one bucket of a world. */
export function objectStock(world: World, bucket: string, bodies: RecentBodies): ObjectStock {
  const known = new Map<string, ObjectFacts>();
  let catalogue: ReadonlyMap<string, WorldObject> | null = null;
  let inOrder: readonly WorldObject[] | null = null;
  const all = () => {
    inOrder ??= world.objects(bucket, '');
    return inOrder;
  };
  const facts = (object: WorldObject) => {
    const found = known.get(object.key) ?? measure(bodies.of(object));
    known.set(object.key, found);
    return found;
  };
  return {
    all,
    facts,
    body: bodies.of,
    find(key) {
      catalogue ??= new Map(all().map((object) => [object.key, object]));
      return catalogue.get(key);
    },
    factsOfPage: (objects) => inTurns(objects, facts),
  };
}

async function inTurns(
  objects: readonly WorldObject[],
  facts: (object: WorldObject) => ObjectFacts,
): Promise<readonly ObjectFacts[]> {
  const made: ObjectFacts[] = [];
  let since = performance.now();
  let bytes = 0;
  for (const object of objects) {
    const one = facts(object);
    made.push(one);
    bytes += one.size;
    if (bytes >= PAGE_BYTES) break;
    if (performance.now() - since > BUSY_MS) {
      await yieldToOthers();
      since = performance.now();
    }
  }
  return made;
}

function measure(body: Buffer): ObjectFacts {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return {
    size: body.length,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    crc32: checksum.toString('base64'),
  };
}
