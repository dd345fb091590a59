import { createWorld } from '../../electron/backend/demo/world/create-world.ts';
import { keepByKey } from '../../electron/backend/demo/world/keep.ts';
import type { World } from '../../electron/backend/demo/world/world.ts';

/**
 * The simulated organisation as it is at a time, made once for all the tests that one process runs:
 * a world takes seconds to make and is never changed. A test that changes an account throws.
 */
export const worldAt: (now: string) => World = keepByKey((now) => {
  const world = createWorld({ now });
  freeze(world.rootKey);
  freeze(world.accounts);
  return world;
});

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freeze(member);
}
