import { SOURCE_KINDS, type SourceKind } from '../../shared/model/settings.ts';
import { jobLines } from '../backend/terminal/job-lines.ts';
import { runJob } from '../backend/terminal/run-job.ts';
import { summaryText } from '../backend/terminal/summary.ts';
import { noPositionals, optionalText, someOf } from './arguments.ts';
import type { Command, CommandRun, OptionValues } from './command.ts';
import { ensureConnection } from './connection.ts';
import { EXIT, exitCodeOfJob } from './exit-code.ts';
import { withBackend, workspaceOf } from './session.ts';

/** Reads the accounts of the workspace's connections and prints what they say. */
export const scan: Command = {
  usage: 'scan [--workspace DIR] [--profile NAME] [--region REGION ...] [--sources LIST]',
  details:
    'Reads every connection of the workspace. A connection that the options name is added first.\nWhat cannot be read is named in the coverage and makes the exit code 3; the rest is kept.\n--sources narrows the scan to some of configuration, logs, events, metrics, bill and prices, comma-\nseparated; without it everything is read that Settings allow.',
  options: { sources: { type: 'string' } },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const sources = sourcesOf(values);
    const session = { workspace: workspaceOf(host, global), readOnly: false };
    return withBackend(host, session, async (caller) => {
      await ensureConnection(caller.call, host, global);
      const job = await runJob(
        caller,
        () => caller.call('scan.start', sources === null ? {} : { sources }),
        {
          onJob: jobLines(host.err),
          signal: host.signal,
        },
      );
      if (job.error !== null) host.err.write(`assay: ${job.error.message}\n`);
      const code = exitCodeOfJob(job);
      if (code !== EXIT.interrupted) host.out(await summaryText(caller.call));
      return code;
    });
  },
};

/** @throws AppError `invalid-input` naming what is no source. */
function sourcesOf(values: OptionValues): SourceKind[] | null {
  const text = optionalText(values, 'sources');
  return text === null ? null : someOf(text, { option: '--sources', allowed: SOURCE_KINDS });
}
