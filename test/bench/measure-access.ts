import { readFile } from 'node:fs/promises';
import { evaluate } from '../../electron/cli/evaluate.ts';
import { accessCaseLine } from './access-cases.ts';
import { type CommandMeasurement, cpuSecondsSince, measureCommand } from './measure-command.ts';

/** Deciding a file of cases line by line. */
export interface AccessMeasurement extends CommandMeasurement {
  /** Of `JSON.parse` and `JSON.stringify` of the same lines, and nothing more. */
  readonly bareCpuSeconds: number;
}

const lines = Number(process.argv[2]);
await measureCommand(
  { command: evaluate, option: 'cases', lines, lineOf: accessCaseLine },
  async (measured, file) => {
    const all = { ...measured, bareCpuSeconds: await bare(file) };
    console.log(JSON.stringify(all satisfies AccessMeasurement));
  },
);

async function bare(file: string): Promise<number> {
  const texts = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const before = process.cpuUsage();
  let length = 0;
  for (const text of texts) length += JSON.stringify(JSON.parse(text)).length;
  if (length === 0) throw new Error('there were no lines');
  return cpuSecondsSince(before);
}
