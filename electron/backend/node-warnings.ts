import type { Log } from './log.ts';

/** Sends Node's own warnings (of libraries about versions, say) to the log instead of the terminal. */
export function keepWarningsInLog(log: Log): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.info('Node warning', { warning: warning.message }));
}
