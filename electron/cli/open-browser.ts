import { spawn } from 'node:child_process';

/** What decides whether and how a browser can be opened. */
export interface DesktopFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The command that opens an address in the user's browser; null where there is no display. */
export function browserCommand(address: string, facts: DesktopFacts): readonly string[] | null {
  const { platform, env } = facts;
  if (env.CI !== undefined || env.SSH_CONNECTION !== undefined) return null;
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  const display = env.WAYLAND_DISPLAY ?? env.DISPLAY ?? '';
  return display === '' ? null : ['xdg-open', address];
}

/** Opens the address if there is a display; answers whether it tried. The address is printed anyway. */
export function openBrowser(address: string, facts: DesktopFacts): boolean {
  const [program, ...args] = browserCommand(address, facts) ?? [];
  if (program === undefined) return false;
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  // No opener is installed: the printed address is the way then.
  child.on('error', () => undefined);
  child.unref();
  return true;
}
