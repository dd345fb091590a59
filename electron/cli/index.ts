#!/usr/bin/env node
import { once } from 'node:events';
import process from 'node:process';
import { toApiError } from '../../shared/api/result.ts';
import { homeFolder } from '../backend/home-folder.ts';
import { findInstall } from '../backend/install.ts';
import { keepWarningsInLog } from '../backend/node-warnings.ts';
import { openLog } from '../backend/open-log.ts';
import type { CliHost } from './command.ts';
import { EXIT } from './exit-code.ts';
import { errorLine, tableWidth } from './output.ts';
import { runCli } from './run.ts';

const openBackend: CliHost['openBackend'] = async (options) => {
  const { createBackend } = await import('../backend/create-backend.ts');
  return createBackend(options);
};

process.exitCode = await runCli(process.argv.slice(2), thisProcess());

/** The process as the command line sees it; nothing that goes wrong in it prints a stack. */
function thisProcess(): CliHost {
  const err = (text: string) => {
    process.stderr.write(text);
  };
  const home = homeFolder();
  const log = openLog({ home, terminal: err, terminalLevel: 'warn' });
  tolerateClosedPipes();
  const fail = (thrown: unknown) => {
    log.info('Unexpected failure', { thrown });
    err(errorLine(toApiError(thrown).message));
    process.exit(EXIT.failed);
  };
  keepWarningsInLog(log);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  return {
    env: process.env,
    out: (text) => {
      process.stdout.write(text);
    },
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    err: { write: err, live: process.stderr.isTTY === true },
    width: tableWidth(process.stdout.columns, process.env),
    home,
    install: findInstall(),
    log,
    signal: interruptSignal(),
    openBackend,
  };
}

/** Ctrl-C asks to end cleanly; a second one ends at once. */
function interruptSignal(): AbortSignal {
  const abort = new AbortController();
  const interrupt = () => {
    if (abort.signal.aborted) process.exit(EXIT.interrupted);
    abort.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, interrupt);
  return abort.signal;
}

/** `assay query ... | head` ends quietly when the reader has enough. */
function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error & { readonly code?: string }) => {
      process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed);
    });
  }
}
