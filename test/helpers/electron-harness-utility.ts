import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PARENT_PORT = pathToFileURL(join(import.meta.dirname, 'electron-parent-port.mjs')).href;

/** `utilityProcess.fork` over a real child process, with `process.parentPort` in it. */
export function forkUtility(file: string, args: readonly string[]) {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = fork(file, args, {
    execArgv: [...loader, '--import', PARENT_PORT],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const utility = new EventEmitter();
  child.on('message', (message) => utility.emit('message', message));
  child.on('exit', (code) => utility.emit('exit', code));
  return Object.assign(utility, {
    pid: child.pid,
    postMessage: (message: object) => {
      if (child.connected) child.send(message);
    },
    kill: () => child.kill(),
  });
}
