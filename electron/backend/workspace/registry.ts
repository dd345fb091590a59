import path from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../../shared/model/period.ts';
import { readJsonFile, writeJsonFile } from '../json-file.ts';

const registryFile = z.object({ version: z.literal(1), folders: z.array(z.string()) });

/** The workspaces that were opened on this machine, newest first; only their folders are kept. */
export interface Registry {
  list(): Promise<readonly string[]>;
  remember(folder: string): Promise<void>;
}

const KEPT = 20;

/** The registry in Assay's home folder; a damaged one is set aside and starts empty. */
export function openRegistry(home: string, now: () => Instant): Registry {
  const file = path.join(home, 'workspaces.json');
  const list = async () => {
    const reading = await readJsonFile(file, registryFile, now);
    return reading.state === 'read' ? reading.value.folders : [];
  };
  return {
    list,
    async remember(folder) {
      const others = (await list()).filter((known) => known !== folder);
      await writeJsonFile(file, { version: 1, folders: [folder, ...others].slice(0, KEPT) });
    },
  };
}
