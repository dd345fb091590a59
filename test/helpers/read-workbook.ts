import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { runCommand } from './command.ts';

const PROGRAM = resolve(import.meta.dirname, 'read-workbook.py');

const cell = z.union([
  /** `kept`: a text stays one when its cell is edited. */
  z.strictObject({ text: z.string(), kept: z.boolean() }),
  z.strictObject({ number: z.string() }),
  z.strictObject({ formula: z.string() }),
]);
const workbook = z.array(
  z.strictObject({ name: z.string(), rows: z.array(z.record(z.string(), cell)) }),
);

/** A workbook as a reader sees it that shares nothing with the writer: Python's zipfile and XML parser. */
export async function readWorkbook(content: Uint8Array): Promise<z.output<typeof workbook>> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-workbook-'));
  try {
    const file = join(folder, 'table.xlsx');
    await writeFile(file, content);
    const { code, stdout, stderr } = await runCommand('python3', [PROGRAM, file]);
    if (code !== 0) throw new Error(stderr);
    return workbook.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Whether Python is here; says so where it is not. */
export async function hasPython(): Promise<boolean> {
  const code = await runCommand('python3', ['--version']).then(
    (run) => run.code,
    () => 1,
  );
  if (code !== 0) console.warn('Workbooks are not read back: python3 is not installed.');
  return code === 0;
}
