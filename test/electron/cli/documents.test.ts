import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULT_KINDS } from '../../../electron/backend/demo/faults.ts';
import { VIEW_NAMES } from '../../../electron/backend/store/schema/views.ts';
import { GLOBAL_OPTIONS } from '../../../electron/cli/arguments.ts';
import { commands } from '../../../electron/cli/commands.ts';
import { demo } from '../../../electron/cli/demo.ts';
import { EXIT } from '../../../electron/cli/exit-code.ts';
import { FEATURE_IDS } from '../../../shared/model/features.ts';
import { SOURCE_KINDS } from '../../../shared/model/settings.ts';
import { withStore } from '../backend/store/store-case.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/cli.md'), 'utf8');

describe('docs/cli.md', () => {
  it.each(Object.keys(commands))('lists assay %s', (name) => {
    expect(text).toContain(`assay ${name}`);
  });

  it.each(Object.values(EXIT))('explains exit code %i', (code) => {
    expect(text).toContain(`| ${code} |`);
  });

  it.each(VIEW_NAMES.map((name) => [name]))(
    'lists the columns of %s in their order, each with its meaning',
    async (name) => {
      const section = text.split(`### ${name}\n`)[1]?.split('\n### ')[0] ?? '';
      const rows = [...section.matchAll(/^\| `([a-z0-9_]+)` \| (.+) \|$/gm)];
      await withStore(async (store) => {
        const { columns } = await store.query(`SELECT * FROM ${name}`, 1);
        expect(rows.map(([, column]) => column)).toEqual(columns.map((column) => column.name));
      });
      expect(rows.filter(([, , meaning = '']) => meaning.length < 3)).toEqual([]);
    },
  );

  it.each(SOURCE_KINDS)('names the source %s', (kind) => {
    expect(sectionOf('Scan')).toContain(`\`${kind}\``);
  });

  it.each(FEATURE_IDS)('names the feature %s', (id) => {
    expect(sectionOf('Check, serve, policy')).toContain(`\`${id}\``);
  });

  it.each(Object.keys(commands))('explains every option of assay %s', async (name) => {
    const command = await commands[name]?.load();
    for (const option of Object.keys({ ...command?.options, ...GLOBAL_OPTIONS })) {
      expect(text).toContain(`\`--${option}`);
    }
  });

  it.each(Object.keys(demo.options))('explains assay demo --%s', (option) => {
    expect(sectionOf('The simulated organisation')).toContain(`| \`--${option}`);
  });

  it.each(Object.keys(FAULT_KINDS))('names the fault %s', (kind) => {
    expect(sectionOf('The simulated organisation')).toContain(`\`${kind}\``);
  });
});

function sectionOf(heading: string): string {
  return text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}
