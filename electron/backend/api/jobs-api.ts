import type { Connection, Job, UnfinishedScan } from '../../../shared/api/answers.ts';
import { toApiError } from '../../../shared/api/result.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { SourceKind } from '../../../shared/model/settings.ts';
import type { JobContext, JobResult } from '../jobs/job-runner.ts';
import { redactText } from '../redact.ts';
import { runImport } from '../scan/run-import.ts';
import { runScan, type ScanSummary } from '../scan/run-scan.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import { withBegun, withoutRead } from '../workspace/unfinished-scan.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { tellBudgets } from './spend/budgets.ts';

/** Scans and imports, their outcomes, and the policy they need. */
export function jobsApi(
  context: ApiContext,
): ApiPart<
  'scan.start' | 'import.start' | 'job.current' | 'job.cancel' | 'job.answer' | 'files.list'
> {
  const { workspace } = context;
  return {
    'scan.start': async ({ sources, confirmed, verifyDigests, billTagKeys }) =>
      startScan(context, {
        sources,
        large: confirmed === true ? 'read' : 'ask',
        verifyDigests,
        billTagKeys,
      }),
    'import.start': async ({ folder }) => startImport(context, folder),
    'job.current': async () => workspace().jobs.current(),
    async 'job.cancel'({ jobId }) {
      workspace().jobs.cancel(jobId);
      return null;
    },
    async 'job.answer'({ jobId, go }) {
      workspace().jobs.answer(jobId, go);
      return null;
    },
    'files.list': ({ statuses, offset, limit }) =>
      workspace().store.fileOutcomes({
        ...(statuses === undefined ? {} : { statuses }),
        offset,
        limit,
      }),
  };
}

/** What a scan is to read, and what it does before sources that are large. */
export interface ScanRequest {
  /** Those that Settings name when absent. */
  readonly sources?: readonly SourceKind[] | undefined;
  readonly large: 'ask' | 'read' | 'leave';
  /** As Settings say when absent. */
  readonly verifyDigests?: boolean | undefined;
  /** As Settings say when absent. */
  readonly billTagKeys?: readonly string[] | undefined;
}

/** A request of which the sources are settled. */
type ChosenScan = ScanRequest & { readonly sources: readonly SourceKind[] };

/**
 * Starts a scan of some sources, or of those that Settings name.
 * @throws AppError `conflict` while another job runs; `invalid-input` without a connection.
 */
export function startScan(context: ApiContext, request: ScanRequest): Job {
  const open = context.workspace();
  refuseReadOnly(context);
  if (open.file.current().connections.length === 0) {
    const text = 'There is no connection to scan. Add one in Settings, or open a folder of logs.';
    throw new AppError('invalid-input', text);
  }
  return open.jobs.start('scan', async (job) => {
    const { unfinishedScan: left, settings } = open.file.current();
    const sources = request.sources ?? settings.sources;
    const begun = { at: context.host.now(), sources };
    await open.file.update((old) => ({
      ...old,
      unfinishedScan: withBegun(old.unfinishedScan, begun),
    }));
    try {
      return await scan(context, open, { job, request: { ...request, sources } });
    } catch (thrown) {
      if (!job.signal.aborted) await noteFailure(context, open, { thrown, left });
      throw thrown;
    }
  });
}

/** Kept with the workspace, so that a later start can tell a failed scan from none. */
async function noteFailure(
  { host }: ApiContext,
  open: OpenWorkspace,
  { thrown, left }: { readonly thrown: unknown; readonly left: UnfinishedScan | null },
) {
  const message = redactText(toApiError(thrown).message);
  const lastScanFailure = { at: host.now(), message };
  await open.file.update((old) => ({ ...old, lastScanFailure, unfinishedScan: left }));
  host.emit({ type: 'workspace' });
}

async function scan(
  context: ApiContext,
  { file, store, spoolFolder, connect }: OpenWorkspace,
  { job, request }: { readonly job: JobContext; readonly request: ChosenScan },
): Promise<JobResult> {
  const { host } = context;
  const { connections, settings } = file.current();
  const { sources, large } = request;
  const verifyDigests = request.verifyDigests ?? settings.verifyDigests;
  const billTagKeys = request.billTagKeys ?? settings.billTagKeys;
  const ended = await runScan({
    scanId: job.jobId,
    connections,
    settings: { ...settings, sources, verifyDigests, billTagKeys },
    store,
    spoolFolder,
    connect,
    clock: host.now,
    signal: job.signal,
    onProgress: job.report,
    ...(large === 'read' ? {} : { confirm: large === 'ask' ? job.ask : async () => false }),
  });
  await file.update((old) => ({
    ...old,
    lastScanFailure: null,
    unfinishedScan: job.signal.aborted
      ? old.unfinishedScan
      : withoutRead(old.unfinishedScan, sources),
    connections: old.connections.map((connection) => withAccounts(connection, ended)),
  }));
  host.emit({ type: 'workspace' });
  await tellCrossings(context);
  return { state: ended.state, watchingUsd: ended.watchingUsd, summary: ended.summary };
}

/** What was read stays read when budgets cannot be judged; the page says why when it asks for them. */
async function tellCrossings(context: ApiContext): Promise<void> {
  try {
    await tellBudgets(context);
  } catch (thrown) {
    context.host.log.warn('Budgets could not be judged after reading', { thrown });
  }
}

/** A connection with the accounts that a scan found it to read; what it did not find stays. */
function withAccounts(
  connection: Connection,
  { accountIds, members }: Pick<ScanSummary, 'accountIds' | 'members'>,
): Connection {
  const { id, organization } = connection;
  const accounts = members.get(id) ?? organization?.accounts ?? [];
  return {
    ...connection,
    accountId: accountIds.get(id) ?? connection.accountId,
    organization: organization === null ? null : { ...organization, accounts },
  };
}

function startImport(context: ApiContext, folder: string): Job {
  const { jobs, store } = context.workspace();
  refuseReadOnly(context);
  return jobs.start('import', async (job) => {
    const ended = await runImport({
      folder,
      store,
      clock: context.host.now,
      signal: job.signal,
      onProgress: job.report,
    });
    context.host.emit({ type: 'workspace' });
    await tellCrossings(context);
    return { state: ended.state, watchingUsd: '0', summary: ended.summary };
  });
}

function refuseReadOnly({ host }: ApiContext): void {
  if (!host.readOnly) return;
  throw new AppError('conflict', 'This workspace is open for reading only; nothing can be added.');
}
