import type { WorldObject } from '../../world/world.ts';

/** Bodies that were made lately; making one costs up to a second. */
export interface RecentBodies {
  of(object: WorldObject): Buffer;
}

/** Keeps the bodies that were asked for last, up to `limit` bytes in all; others are made again. */
export function recentBodies(limit: number): RecentBodies {
  const kept = new Map<WorldObject, Buffer>();
  let size = 0;
  const drop = (object: WorldObject, body: Buffer) => {
    if (kept.delete(object)) size -= body.length;
  };
  return {
    of(object) {
      const body = kept.get(object) ?? object.body();
      drop(object, body);
      kept.set(object, body);
      size += body.length;
      for (const [oldest, bytes] of kept) {
        if (size <= limit) break;
        drop(oldest, bytes);
      }
      return body;
    },
  };
}
