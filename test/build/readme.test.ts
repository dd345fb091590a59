import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { collectedDatasets } from '../../electron/backend/collectors/index.ts';
import { requiredPolicy } from '../../electron/backend/scan/required-policy.ts';
import { FEATURES } from '../../shared/model/features.ts';
import { groupThousands } from '../../shared/model/group-thousands.ts';
import { DEFAULT_SETTINGS, SOURCE_KINDS } from '../../shared/model/settings.ts';
import { projectRoot } from '../helpers/source-tree.ts';

const readme = read('README.md');
const policy = requiredPolicy();

describe('docs/policy.json', () => {
  test('is the policy that is generated from collectors and sources', () => {
    expect(read('docs/policy.json')).toBe(`${policy.json}\n`);
  });
});

describe('README', () => {
  test('links the policy and tells its size', () => {
    expect(readme).toContain('](docs/policy.json)');
    const size = `${policy.actions.length} actions, ${thousands(policy.characters)} of the ${thousands(policy.charactersAllowed)} characters`;
    expect(readme).toContain(size);
  });

  test('tells how many datasets there are', () => {
    expect(readme).toContain(`${collectedDatasets.length} datasets`);
  });

  test.each(SOURCE_KINDS)('tells how often %s is read again', (kind) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`));
    expect(row?.split(' | ').at(-1)).toBe(`${INTERVALS[DEFAULT_SETTINGS.polling.minutes[kind]]} |`);
  });

  test.each(FEATURES)('lists the feature $id of the policy', ({ id }) => {
    expect(readme).toContain(`\`${id}\``);
  });

  test.each([
    'README.md',
    'CONTRIBUTING.md',
    'docs/cli.md',
    'docs/prices.md',
    'docs/datasets.md',
    'docs/access.md',
    'docs/spend.md',
  ])('%s links only to files that exist', (name) => {
    const links = [...read(name).matchAll(/\]\(((?!https?:|#)[^)#]+)/g)].map(
      (match) => match[1] ?? '',
    );
    const folder = path.dirname(path.join(projectRoot, name));
    expect(links.filter((link) => !existsSync(path.join(folder, link)))).toEqual([]);
  });

  test('links to the other documents', () => {
    expect([...readme.matchAll(/\]\((?!https?:)/g)].length).toBeGreaterThan(5);
  });
});

/** How README words the intervals of new workspaces, in minutes. */
const INTERVALS: Readonly<Record<number, string>> = {
  15: '15 minutes',
  60: '1 hour',
  360: '6 hours',
  1440: '1 day',
};

function read(name: string): string {
  return readFileSync(path.join(projectRoot, name), 'utf8');
}

function thousands(count: number): string {
  return groupThousands(String(count));
}
