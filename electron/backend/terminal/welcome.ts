import type { Job } from '../../../shared/api/answers.ts';
import type { Call } from '../../../shared/api/contract.ts';
import { type Result, unwrap } from '../../../shared/api/result.ts';
import { jobLines, type Terminal } from './job-lines.ts';
import { type Caller, runJob } from './run-job.ts';
import { summaryText } from './summary.ts';

/**
 * What a host does once it is open: brings the demo workspace up to date, tells the progress and
 * ends with a summary. A real account is only read when its owner asks for it.
 */
export async function welcome(
  host: Caller & { readonly terminal: Terminal; readonly signal?: AbortSignal },
): Promise<void> {
  const workspace = unwrap(await host.call('workspace.get', {}));
  if (workspace.demo) {
    host.terminal.write('Scanning the simulated account ...\n');
    await runJob(host, () => startOrJoin(host.call), {
      onJob: jobLines(host.terminal),
      signal: host.signal ?? new AbortController().signal,
    });
  }
  if (host.signal?.aborted !== true) host.terminal.write(`\n${await summaryText(host.call)}\n`);
}

/** The page may have started the scan already; then that one is followed. */
async function startOrJoin(call: Call): Promise<Result<Job>> {
  const started = await call('scan.start', {});
  if (started.ok || started.error.code !== 'conflict') return started;
  const current = await call('job.current', {});
  return current.ok && current.value !== null ? { ok: true, value: current.value } : started;
}
