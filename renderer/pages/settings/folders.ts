/**
 * A folder for a new workspace beside another one, as a suggestion; the demo's lies among workspaces
 * that are removed each day, so beside it means elsewhere. Keeps that system's separator.
 */
export function folderBeside(folder: string, name: string): string {
  const separator = folder.includes('\\') ? '\\' : '/';
  const parts = folder.split(separator);
  if (parts.length < 2) return name;
  if (parts.at(-2) === 'demo') return [...parts.slice(0, -2), 'workspaces', name].join(separator);
  return [...parts.slice(0, -1), name].join(separator);
}

/** Why a folder cannot be opened as it is typed; null when it can be tried. */
export function folderProblem(folder: string): string | null {
  const text = folder.trim();
  if (text === '') return 'Name a folder';
  const absolute = text.startsWith('/') || /^[A-Za-z]:[\\/]/.test(text) || text.startsWith('\\\\');
  return absolute ? null : 'Name the whole path, as in /home/ada/assay or C:\\assay';
}
