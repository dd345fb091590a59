import type { CliHost } from '../../electron/cli/command.ts';
import { runCli } from '../../electron/cli/run.ts';
import { type FakeAnswers, type FakeBackend, fakeBackend } from './fake-backend.ts';
import { silentLog } from './page-server.ts';

/** What a command line did: its exit code, what it wrote where, and what it asked of the backend. */
export interface CommandOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly backend: FakeBackend;
  readonly opened: readonly { readonly workspace: string; readonly readOnly?: boolean }[];
}

/** How to run it. */
export interface CommandSetting {
  readonly answers?: (backend: () => FakeBackend) => FakeAnswers;
  readonly env?: Readonly<Record<string, string>>;
  readonly home?: string;
  /** Columns of the terminal; 100 when absent. */
  readonly width?: number;
  readonly signal?: AbortSignal;
  readonly openFails?: Error;
  /** Opens a backend in earnest in place of the fake one. */
  readonly openBackend?: CliHost['openBackend'];
  /** Sees stdout as it grows. */
  readonly onOut?: (text: string) => void;
  /** Sees stderr as it grows. */
  readonly onErr?: (text: string) => void;
}

/** Runs the command line in this process over a fake backend. */
export async function runCommand(
  argv: readonly string[],
  setting: CommandSetting = {},
): Promise<CommandOutcome> {
  let out = '';
  let err = '';
  const opened: Parameters<CliHost['openBackend']>[0][] = [];
  const backend: FakeBackend = fakeBackend(setting.answers?.(() => backend) ?? {});
  const host: CliHost = {
    env: setting.env ?? {},
    out: (text) => {
      out += text;
      setting.onOut?.(out);
    },
    err: {
      write: (text) => {
        err += text;
        setting.onErr?.(err);
      },
      live: false,
    },
    width: setting.width ?? 100,
    home: setting.home ?? '/nonexistent',
    install: {
      folder: '/nonexistent',
      version: '1.2.3',
      pageFolder: '/nonexistent',
      demoThread: null,
    },
    log: silentLog,
    signal: setting.signal ?? new AbortController().signal,
    openBackend: async (options) => {
      opened.push(options);
      if (setting.openFails !== undefined) throw setting.openFails;
      return setting.openBackend === undefined ? backend : setting.openBackend(options);
    },
  };
  const code = await runCli(argv, host);
  return { code, out, err, backend, opened };
}
