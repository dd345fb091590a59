import { createWorld } from '../../electron/backend/demo/world/create-world.ts';
import { keepByKey } from '../../electron/backend/demo/world/keep.ts';
import type { World } from '../../electron/backend/demo/world/world.ts';

/**
 * The simulated organisation as it is at a time, made once for all the tests that one process runs:
 * a world takes seconds to make and is never changed.
 */
export const worldAt: (now: string) => World = keepByKey((now) => createWorld({ now }));
