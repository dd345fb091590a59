import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { VIEW_NAMES, VIEWS } from '../../../electron/backend/store/schema/views.ts';
import { commands } from '../../../electron/cli/commands.ts';
import { EXIT } from '../../../electron/cli/exit-code.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/cli.md'), 'utf8');

describe('docs/cli.md', () => {
  it.each(Object.keys(commands))('lists assay %s', (name) => {
    expect(text).toContain(`assay ${name}`);
  });

  it.each(Object.values(EXIT))('explains exit code %i', (code) => {
    expect(text).toContain(`| ${code} |`);
  });

  it.each(VIEW_NAMES.map((name) => [name]))('lists the columns of %s in their order', (name) => {
    const view = VIEWS.find((statement) => statement.includes(`VIEW ${name} AS`)) ?? '';
    const columns = view.split(' AS SELECT')[1]?.split('FROM')[0] ?? '';
    const section = text.split(`### ${name}\n`)[1]?.split('\n### ')[0] ?? '';
    const documented = [...section.matchAll(/`([a-z0-9_]+)`(?=,|\n|$)/g)].map((found) => found[1]);
    const expected = columns.split(',').map((column) => column.trim());
    expect(documented.slice(-expected.length)).toEqual(expected);
  });
});
