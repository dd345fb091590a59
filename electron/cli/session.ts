import { join, resolve } from 'node:path';
import type { Send } from '../../shared/api/contract.ts';
import { client, dispatcher } from '../../shared/api/dispatch.ts';
import { AppError } from '../../shared/model/app-error.ts';
import type { Caller } from '../backend/terminal/run-job.ts';
import type { CliHost, GlobalOptions } from './command.ts';
import { folderState } from './folder-state.ts';

/** A caller inside the process, with the raw end of the contract for another carrier. */
export interface Session extends Caller {
  readonly send: Send;
}

/** How a command uses the workspace. */
export interface SessionOptions {
  /** A folder or `demo`. */
  readonly workspace: string;
  /** Reading commands leave no trace and need a workspace that exists. */
  readonly readOnly: boolean;
  /** Whether sources are read again and again while the command runs. */
  readonly polling?: boolean;
}

/** The in-process carrier: opens a backend, gives its contract to `use`, and closes it whatever happens. */
export async function withBackend<T>(
  host: CliHost,
  options: SessionOptions,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  requireFolder(options.workspace);
  if (options.readOnly) requireWorkspace(options.workspace);
  const backend = await host.openBackend({
    workspace: options.workspace,
    home: host.home,
    version: host.install.version,
    demoThread: host.install.demoThread,
    log: host.log,
    readOnly: options.readOnly,
    polling: options.polling ?? false,
  });
  try {
    const send = dispatcher(backend.api);
    return await use({
      send,
      call: client(send),
      onEvent: (listener) => backend.onEvent(listener),
    });
  } finally {
    await backend.close();
  }
}

/** The workspace of a command: `--workspace`, `ASSAY_WORKSPACE`, or the default one. */
export function workspaceOf(host: CliHost, global: GlobalOptions): string {
  const chosen = global.workspace ?? host.env.ASSAY_WORKSPACE ?? '';
  if (chosen === 'demo') return chosen;
  return chosen === '' ? defaultWorkspace(host.home) : resolve(chosen);
}

/** The workspace that is used when none is named. */
export function defaultWorkspace(home: string): string {
  return join(home, 'workspaces', 'default');
}

function requireFolder(workspace: string): void {
  if (workspace === 'demo' || folderState(workspace) !== 'file') return;
  const text = `${workspace} is a file; a workspace is a folder. Name one with --workspace.`;
  throw new AppError('invalid-input', text);
}

function requireWorkspace(workspace: string): void {
  if (workspace === 'demo' || folderState(workspace) === 'folder') return;
  throw new AppError(
    'not-found',
    `There is no workspace in ${workspace}. Fill one with \`assay scan\` or \`assay import <folder>\`, or name another with --workspace.`,
  );
}
