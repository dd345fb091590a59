import { jobLines } from '../backend/terminal/job-lines.ts';
import { runJob } from '../backend/terminal/run-job.ts';
import { summaryText } from '../backend/terminal/summary.ts';
import { noPositionals } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { ensureConnection } from './connection.ts';
import { EXIT, exitCodeOfJob } from './exit-code.ts';
import { withBackend, workspaceOf } from './session.ts';

/** Reads the accounts of the workspace's connections and prints what they say. */
export const scan: Command = {
  usage: 'scan [--workspace DIR] [--profile NAME] [--region REGION ...]',
  details:
    'Reads every connection of the workspace. A connection that the options name is added first.\nWhat cannot be read is named in the coverage and makes the exit code 3; the rest is kept.',
  options: {},
  async run({ host, global, positionals }: CommandRun) {
    noPositionals(positionals);
    const session = { workspace: workspaceOf(host, global), readOnly: false };
    return withBackend(host, session, async (caller) => {
      await ensureConnection(caller.call, host, global);
      const job = await runJob(caller, () => caller.call('scan.start', {}), {
        onJob: jobLines(host.err),
        signal: host.signal,
      });
      if (job.error !== null) host.err.write(`assay: ${job.error.message}\n`);
      const code = exitCodeOfJob(job);
      if (code !== EXIT.interrupted) host.out(await summaryText(caller.call));
      return code;
    });
  },
};
