import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Passing files for inflated content, used again and again: writing over a file that the system
 * has in memory costs a third of writing a new one.
 */
export interface Slots {
  /** Writes content to a free file and answers its path. */
  fill(content: Buffer): Promise<string>;
  /** Gives files back. */
  release(paths: Iterable<string>): void;
  close(): Promise<void>;
}

/** Slots in a folder that belongs to them alone; closing removes it. */
export function createSlots(folder: string): Slots {
  const free: string[] = [];
  let made = 0;
  return {
    async fill(content) {
      const used = free.pop();
      const path = used ?? join(folder, `slot-${++made}.json`);
      const handle = await open(path, used === undefined ? 'w' : 'r+');
      try {
        await handle.write(content, 0, content.length, 0);
        await handle.truncate(content.length);
      } finally {
        await handle.close();
      }
      return path;
    },
    release(paths) {
      free.push(...paths);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
