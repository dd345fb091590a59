import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program that has a workspace open, in words, and how to have it let go. */
export interface LockHolder {
  readonly name: string;
  readonly advice: string;
}

const APP: LockHolder = {
  name: 'The Assay app',
  advice: 'Quit it, or open another workspace in it, then try again.',
};

/** Who holds a lock, by the command line of its process; null where that tells nothing. */
export function lockHolder(pid: string): LockHolder | null {
  return holderOf(commandLineOf(pid));
}

/** Who runs with these arguments, as far as they are Assay's. */
export function holderOf(args: readonly string[]): LockHolder | null {
  const text = args.join(' ');
  if (/backend-process\.js|assay.*--type=utility/i.test(text)) return APP;
  const script = args.findIndex((arg) => /(^|[\\/])(assay|cli\.js|cli\/index\.ts)$/i.test(arg));
  if (script < 0) return null;
  const command = args.slice(script + 1).find((arg) => /^[a-z]+$/.test(arg));
  if (command === undefined) return APP;
  const end = command === 'serve' ? 'End it with Ctrl-C' : 'Wait until it has ended';
  return { name: `\`assay ${command}\``, advice: `${end}, then try again.` };
}

/** Linux has it in a file, macOS says it by `ps`; elsewhere the lock names no process. */
function commandLineOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .filter((arg) => arg !== '');
  } catch {
    return askedOfPs(pid);
  }
}

function askedOfPs(pid: string): readonly string[] {
  try {
    const options = { encoding: 'utf8', timeout: 2_000, stdio: 'pipe' } as const;
    return execFileSync('ps', ['-o', 'args=', '-p', pid], options).trim().split(/\s+/);
  } catch {
    // Without its name the process is still told by its number.
    return [];
  }
}
