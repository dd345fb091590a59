import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { World, WorldObject } from '../world/world.ts';

/** Bodies kept in memory at once. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** What a listing says about an object; kept so that listing makes each body once. */
export interface ObjectFacts {
  readonly size: number;
  /** The MD5 of the body in double quotes, as S3 gives it for plain uploads. */
  readonly etag: string;
  /** CRC-32 of the body, base64. */
  readonly crc32: string;
}

/** The objects of the log bucket with their facts and recently made bodies. */
export interface ObjectStock {
  /** All objects in key order. */
  all(): readonly WorldObject[];
  find(key: string): WorldObject | undefined;
  facts(object: WorldObject): ObjectFacts;
  body(object: WorldObject): Buffer;
}

/** The stock of a world; bodies beyond 64 MB are made again when they are asked for. */
export function objectStock(world: World): ObjectStock {
  let catalogue: ReadonlyMap<string, WorldObject> | null = null;
  const byKey = () => {
    catalogue ??= new Map(world.objects(world.logBucket.name, '').map((one) => [one.key, one]));
    return catalogue;
  };
  let inOrder: readonly WorldObject[] | null = null;
  const facts = new Map<string, ObjectFacts>();
  const bodies = new Map<string, Buffer>();
  let held = 0;
  const body = (object: WorldObject): Buffer => {
    const kept = bodies.get(object.key);
    if (kept !== undefined) return kept;
    const made = object.body();
    bodies.set(object.key, made);
    held += made.length;
    for (const [key, old] of bodies) {
      if (held <= KEPT_BYTES || bodies.size === 1) break;
      bodies.delete(key);
      held -= old.length;
    }
    return made;
  };
  return {
    body,
    all() {
      inOrder ??= Array.from(byKey().values());
      return inOrder;
    },
    find: (key) => byKey().get(key),
    facts(object) {
      const known = facts.get(object.key) ?? measure(body(object));
      facts.set(object.key, known);
      return known;
    },
  };
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
