import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HonestyCase } from './honesty-case.ts';

const FOLDER = join(import.meta.dirname, 'cases');

/** Every case of every file in `cases`: a new file needs no list. */
export async function collectCases(): Promise<readonly HonestyCase[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.ts')).sort();
  const files = await Promise.all(names.map(casesOf));
  return files.flat();
}

async function casesOf(name: string): Promise<readonly HonestyCase[]> {
  const exported: object = await import(pathToFileURL(join(FOLDER, name)).href);
  const cases = Object.values(exported).filter(Array.isArray).flat().filter(isCase);
  if (cases.length === 0) throw new Error(`${name} exports no cases`);
  return cases;
}

function isCase(value: unknown): value is HonestyCase {
  return typeof value === 'object' && value !== null && 'operation' in value && 'command' in value;
}
