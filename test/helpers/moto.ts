import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { runCommand } from './command.ts';

/** A running moto server: a second, independent AWS for the clients. */
export interface MotoServer {
  /** `http://127.0.0.1:PORT`, to be used as `AWS_ENDPOINT_URL`; any credentials will do. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

const START_ATTEMPTS = 300;
const ATTEMPT_MS = 100;

/**
 * Starts moto's server where Python has it and waits until it answers; otherwise says why not.
 * @throws Error when it is installed but does not answer within about 30 seconds.
 */
export async function startMoto(): Promise<MotoServer | { readonly missing: string }> {
  const { code } = await runCommand('python3', ['-c', 'import moto.server']);
  if (code !== 0) return { missing: 'Python with moto (moto.server) is not installed' };
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const args = ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)];
  const child = spawn('python3', args, { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  const stop = () => stopProcess(child);
  if (await answers(endpoint, child)) return { endpoint, stop };
  await stop();
  throw new Error(`moto.server did not answer on ${endpoint}`);
}

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    if (child.exitCode !== null) return false;
    const response = await fetch(`${endpoint}/moto-api/`).catch(() => null);
    if (response?.ok === true) return true;
    await wait(ATTEMPT_MS);
  }
  return false;
}

function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
