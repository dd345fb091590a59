import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { layerOf, mayImportFile, mayImportPackage } from './helpers/layers.ts';
import { projectRoot, readSourceTree, type SourceFile } from './helpers/source-tree.ts';

const sources = readSourceTree(['shared', 'electron', 'renderer']);
const all = [...sources, ...readSourceTree(['build', 'test'])];
const importable = sources.filter((file) => !file.path.endsWith('.d.ts'));

describe('the import table', () => {
  test('reads the real tree', () => {
    expect(importable.length).toBeGreaterThan(100);
    expect(importable.flatMap((file) => file.imports).length).toBeGreaterThan(300);
  });

  test('every source file stands in a layer', () => {
    expect(importable.filter((file) => layerOf(file.path) === undefined).map(name)).toEqual([]);
  });

  test('every import is allowed', () => {
    expect(importable.flatMap(forbiddenImports)).toEqual([]);
  });

  test('every relative import names a file that exists, with its ending', () => {
    const missing = all.flatMap((file) =>
      file.imports
        .filter(({ target }) => target !== null && !existsSync(withoutQuery(target)))
        .map(({ specifier }) => `${file.path}: ${specifier}`),
    );
    expect(missing).toEqual([]);
  });

  test('nothing imports in a circle', () => {
    expect(cycles(importable)).toEqual([]);
  });
});

describe('what shared code may use', () => {
  const shared = sources.filter((file) => file.path.startsWith('shared/'));

  test('only period.ts knows the Date object', () => {
    const users = shared.filter((file) =>
      /\bDate\b[.(]|new Date\b/.test(withoutComments(file.text)),
    );
    expect(users.map(name)).toEqual(['shared/model/period.ts']);
  });

  test('no randomness and no clock', () => {
    const users = shared.filter((file) => /Math\.random|Date\.now|performance\./.test(file.text));
    expect(users.map(name)).toEqual([]);
  });
});

describe('where things are named', () => {
  test('only electron/main/ipc.ts names ipcMain', () => {
    const users = sources.filter((file) => /\bipcMain\b/.test(withoutComments(file.text)));
    expect(users.map(name)).toEqual(['electron/main/ipc.ts']);
  });

  test('only renderer/api.ts asks which host it is in', () => {
    const users = sources.filter(
      (file) => file.path.startsWith('renderer/') && /window\.assay/.test(file.text),
    );
    expect(users.map(name)).toEqual(['renderer/api.ts']);
  });

  test('no file is longer than 300 lines', () => {
    expect(all.filter((file) => file.lines > 300).map((file) => [file.path, file.lines])).toEqual(
      [],
    );
  });

  test('files are named in kebab-case', () => {
    const odd = all.filter((file) => !/^[a-z0-9.-]+\.tsx?$/.test(path.basename(file.path)));
    expect(odd.map(name)).toEqual([]);
  });
});

describe('one file per thing, each listed and tested', () => {
  test.each([
    { folder: 'shared/rules', list: 'shared/rules/index.ts', tests: 'test/shared/rules' },
    {
      folder: 'electron/backend/collectors',
      list: 'electron/backend/collectors/index.ts',
      tests: 'test/electron/backend/collectors',
    },
    { folder: 'shared/reports', list: 'shared/reports/index.ts', tests: 'test/shared/reports' },
  ])('$folder', ({ folder, list, tests }) => {
    const lists = sources.filter(
      (file) => file.path === list || (file.path.startsWith(`${folder}/`) && isIndex(file)),
    );
    const listed = lists.flatMap(({ imports }) => imports);
    const things = listed.flatMap(({ target }) => (target === null ? [] : [target]));
    expect(things.length).toBeGreaterThan(0);
    const onDisk = sources.filter((file) => isThing(file, folder)).map(name);
    expect(onDisk.filter((file) => !things.includes(file))).toEqual([]);
    const testTexts = all.filter((file) => file.path.startsWith(`${tests}/`));
    const untested = onDisk.filter((file) => !testTexts.some((test) => mentions(test, file)));
    expect(untested).toEqual([]);
  });

  test('every page folder is in the list of pages', () => {
    const folders = readdirSync(path.join(projectRoot, 'renderer/pages'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const list = sources.find((file) => file.path === 'renderer/pages/index.ts');
    expect(folders.length).toBeGreaterThan(0);
    expect(folders.filter((folder) => list?.text.includes(`./${folder}/`) !== true)).toEqual([]);
  });

  test('every question is registered', () => {
    const folder = path.join(projectRoot, 'electron/backend/store/questions');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.sql'),
    );
    const registry = sources.filter((file) =>
      file.path.startsWith('electron/backend/store/questions/'),
    );
    expect(files.length).toBeGreaterThan(0);
    const unnamed = files.filter(
      (file) => !registry.some(({ text }) => text.includes(path.basename(file))),
    );
    expect(unnamed).toEqual([]);
  });
});

function name(file: SourceFile): string {
  return file.path;
}

function withoutQuery(target: string): string {
  return path.join(projectRoot, target.replace(/\?.*$/, ''));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function isIndex(file: SourceFile): boolean {
  return path.basename(file.path) === 'index.ts';
}

function isThing({ path: file, text }: SourceFile, folder: string): boolean {
  const rest = file.slice(folder.length + 1);
  const plumbing = ['index.ts', 'report.ts'];
  if (!file.startsWith(`${folder}/`) || plumbing.includes(rest)) return false;
  if (folder === 'shared/rules') return text.includes('defineRule({');
  if (folder === 'electron/backend/collectors') return text.includes(": Collector<'");
  if (folder === 'shared/reports') return !rest.startsWith('to-') && !rest.startsWith('table');
  return true;
}

function mentions(test: SourceFile, file: string): boolean {
  return (
    test.imports.some(({ target }) => target === file) ||
    test.text.includes(path.basename(file, '.ts'))
  );
}

function forbiddenImports(file: SourceFile): readonly string[] {
  const layer = layerOf(file.path);
  if (layer === undefined) return [];
  return file.imports
    .filter(({ specifier, target }) =>
      target === null ? !mayImportPackage(layer, specifier) : !mayImportFile(layer, target),
    )
    .map(({ specifier }) => `${file.path} imports ${specifier}`);
}

function cycles(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(files.map((file) => [file.path, targets(file)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

function targets(file: SourceFile): readonly string[] {
  return file.imports.flatMap(({ target }) => (target === null ? [] : [target]));
}
