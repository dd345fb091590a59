import type { Job } from '../../shared/api/answers.ts';
import { questionText } from '../../shared/api/job-question.ts';
import { unwrap } from '../../shared/api/result.ts';
import { SOURCE_KINDS, type SourceKind } from '../../shared/model/settings.ts';
import { jobLines } from '../backend/terminal/job-lines.ts';
import { type Caller, runJob } from '../backend/terminal/run-job.ts';
import { summaryText } from '../backend/terminal/summary.ts';
import { noPositionals, optionalText, someOf, usageError } from './arguments.ts';
import { printBudgetAlerts } from './budget-lines.ts';
import type { CliHost, Command, CommandRun, OptionValues } from './command.ts';
import { ensureConnection } from './connection.ts';
import { EXIT, exitCodeOfJob } from './exit-code.ts';
import { tellNotRead } from './not-read.ts';
import { errorLine } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';

/** Reads the accounts of the workspace's connections and prints what they say. */
export const scan: Command = {
  usage: 'scan',
  details:
    'Reads every connection of the workspace. A connection that the options name is added first. What cannot be read is named at the end with the permission that is missing, and makes the exit code 3; the rest is kept.',
  options: {
    sources: {
      type: 'string',
      value: 'LIST',
      help: 'some of configuration, logs, events, metrics, bill and prices,\ncomma-separated (default: everything that Settings allow)',
    },
    yes: {
      type: 'boolean',
      help: 'also read what takes over 15 minutes, is over 5 GiB or costs over\n$1; it is left out and named otherwise',
    },
    'bill-tags': {
      type: 'string',
      value: 'LIST',
      help: 'cost allocation tags that Cost Explorer is asked by,\ncomma-separated, or none; each is $0.01 a page (default: those of\nSettings, else the first five by name)',
    },
    'verify-digests': {
      type: 'boolean',
      help: 'prove with the digests of CloudTrail that log files of trails are\nunchanged and complete; what is not makes the exit code 3',
    },
  },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const sources = sourcesOf(values);
    const billTagKeys = billTagsOf(values);
    const session = { workspace: workspaceOf(host, global), readOnly: false };
    return withBackend(host, session, async (caller) => {
      await ensureConnection(caller.call, host, global);
      printBudgetAlerts(caller, host);
      const job = await runJob(
        caller,
        () =>
          caller.call('scan.start', {
            ...(sources === null ? {} : { sources }),
            confirmed: values.yes === true,
            ...(values['verify-digests'] === true ? { verifyDigests: true } : {}),
            ...(billTagKeys === null ? {} : { billTagKeys }),
          }),
        {
          onJob: withRefusals(caller, host, jobLines(host.err)),
          signal: host.signal,
        },
      );
      if (job.error !== null) host.err.write(errorLine(job.error.message));
      const code = exitCodeOfJob(job);
      if (code === EXIT.interrupted) return code;
      host.out(await summaryText(caller.call));
      tellNotRead(host, unwrap(await caller.call('coverage.summary', {})));
      return code;
    });
  },
};

/** Answers no to what a scan asks, and says how to have it read. */
function withRefusals(
  { call }: Pick<Caller, 'call'>,
  { err, log }: CliHost,
  tell: (job: Job) => void,
): (job: Job) => void {
  const asked = new Set<string>();
  return (job) => {
    tell(job);
    const { question = null } = job;
    if (question === null || asked.has(job.id)) return;
    asked.add(job.id);
    err.write(`${questionText(question)} Left out; add --yes to read it.\n`);
    call('job.answer', { jobId: job.id, go: false }).catch((thrown: unknown) => {
      log.info('A question could not be answered', { thrown });
    });
  };
}

/** @throws AppError `invalid-input` where a key is empty. */
function billTagsOf(values: OptionValues): string[] | null {
  const text = optionalText(values, 'bill-tags');
  if (text === null || text === 'none') return text === null ? null : [];
  const keys = text.split(',').map((key) => key.trim());
  if (!keys.includes('')) return keys;
  throw usageError('--bill-tags takes tag keys, comma-separated, as in team,stage; or none.');
}

/** @throws AppError `invalid-input` naming what is no source. */
function sourcesOf(values: OptionValues): SourceKind[] | null {
  const text = optionalText(values, 'sources');
  return text === null ? null : someOf(text, { option: '--sources', allowed: SOURCE_KINDS });
}
