import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/** One import of a source file: of a project file (`target`) or of a package. */
export interface SourceImport {
  readonly specifier: string;
  /** Path from the project's root; null for packages. */
  readonly target: string | null;
}

/** A source file with what it imports; `path` is from the project's root with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly SourceImport[];
}

/** The project's root folder. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');

/** Every TypeScript file below the given top-level folders, parsed for imports. */
export function readSourceTree(folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readSource(path.join(entry.parentPath, entry.name))),
  );
}

function readSource(absolute: string): SourceFile {
  const text = readFileSync(absolute, 'utf8');
  const relative = toPosix(path.relative(projectRoot, absolute));
  const specifiers = importSpecifiers(relative, text);
  return {
    path: relative,
    text,
    lines: text.split('\n').length - 1,
    imports: specifiers.map((specifier) => ({ specifier, target: resolve(relative, specifier) })),
  };
}

function importSpecifiers(file: string, text: string): readonly string[] {
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`${file} does not parse`);
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  return [
    ...staticImports.map((found) => found.moduleRequest.value),
    ...staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ),
    ...dynamicImports
      .map((found) => text.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1))
      .filter((specifier) => /^[@.\w]/.test(specifier)),
  ];
}

function resolve(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
}

function toPosix(relative: string): string {
  return relative.split(path.sep).join('/');
}
