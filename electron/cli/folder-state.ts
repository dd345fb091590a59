import { statSync } from 'node:fs';
import { AppError } from '../../shared/model/app-error.ts';

/**
 * What a path that was named on the command line is.
 * @throws AppError `io-failed` when that cannot be found out.
 */
export function folderState(path: string): 'folder' | 'file' | 'nothing' {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'nothing';
    return found.isDirectory() ? 'folder' : 'file';
  } catch (cause) {
    const text = `${path} cannot be reached. Check the permissions of the folders above it.`;
    throw new AppError('io-failed', text, { cause });
  }
}
