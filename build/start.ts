import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { electronBinary } from './electron-binary.ts';

const root = path.resolve(import.meta.dirname, '..');

/**
 * `npm start`: builds what is stale, then opens the desktop app if Electron's binary and a display
 * are there, else the page in a browser. Without `--workspace DIR` it opens the demo workspace.
 */
function start(): void {
  const { values } = parseArgs({
    options: { workspace: { type: 'string' }, browser: { type: 'boolean' } },
  });
  const build = path.join(root, 'build', 'build.ts');
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const built = spawnSync(process.execPath, [tsx, build, '--if-stale'], { stdio: 'inherit' });
  if (built.status !== 0) {
    process.exitCode = built.status ?? 1;
    return;
  }
  const workspace = values.workspace ?? 'demo';
  const electron = values.browser === true ? null : electronBinary(root, process.env);
  if (electron !== null && hasDisplay()) run(electron, [root, `--workspace=${workspace}`]);
  else run(process.execPath, [bundledCli(), 'serve', '--workspace', workspace]);
}

function bundledCli(): string {
  return path.join(root, 'dist', 'hosts', 'cli.js');
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env.WAYLAND_DISPLAY ?? process.env.DISPLAY ?? '') !== '';
}

/** Runs the app to its end; Ctrl-C reaches it directly, and its exit code becomes ours. */
function run(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (signal !== 'SIGINT') child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`${program} cannot be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

start();
