import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { dayOf, type Instant, msOfInstant } from '../../../shared/model/period.ts';
import { DATABASE_FILE } from '../store/open.ts';

const DEMO_FOLDER = /^demo-\d{4}-\d{2}-\d{2}$/;
const MAY_BE_OPEN_MS = 2 * 24 * 3600 * 1000;

const demoFile = z.object({ demo: z.literal(true) });

/** The folder of the demo workspaces, and in it that of the demo as it stands at `now`. */
export function demoFolders(
  home: string,
  now: Instant,
): { readonly demos: string; readonly today: string } {
  const demos = path.join(home, 'demo');
  return { demos, today: path.join(demos, `demo-${dayOf(now)}`) };
}

/**
 * Removes the demo workspaces of earlier days from `demos`. A folder is only removed when its name
 * is that of a day's demo, its workspace file says that it is one, and its database was not
 * modified for two days: a younger one may be open, in another process or past midnight in this one.
 */
export async function removeOlderDemos(
  demos: string,
  { today, now }: { readonly today: string; readonly now: Instant },
): Promise<void> {
  const names = await readdir(demos).catch(() => []);
  const older = names
    .filter((name) => DEMO_FOLDER.test(name))
    .map((name) => path.join(demos, name))
    .filter((folder) => folder !== today);
  await Promise.all(older.map((folder) => removeIfLeft(folder, now)));
}

async function removeIfLeft(folder: string, now: Instant): Promise<void> {
  if (!(await saysDemo(folder))) return;
  const changed = await lastChange(folder);
  if (changed !== null && msOfInstant(now) - changed < MAY_BE_OPEN_MS) return;
  await rm(folder, { recursive: true, force: true });
}

/** A folder whose file is absent, unreadable or of another shape is not known to be a demo. */
async function saysDemo(folder: string): Promise<boolean> {
  try {
    const text = await readFile(path.join(folder, 'workspace.json'), 'utf8');
    return demoFile.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** When the database or its log of writes was modified last; null without either. */
async function lastChange(folder: string): Promise<number | null> {
  const files = [DATABASE_FILE, `${DATABASE_FILE}.wal`].map((name) => path.join(folder, name));
  const found = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  const times = found.flatMap((stats) => (stats === null ? [] : [stats.mtimeMs]));
  return times.length === 0 ? null : Math.max(...times);
}
