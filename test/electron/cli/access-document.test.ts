import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const text = readFileSync(path.join(root, 'docs/access.md'), 'utf8');
const checks = readdirSync(path.join(root, 'shared/access/lint/checks'))
  .map((file) => path.basename(file, '.ts'))
  .filter((id) => id !== 'index');

describe('docs/access.md', () => {
  it('has every check of lint in its table, and no other', () => {
    const section = text.split('## Lint\n')[1]?.split('\n## ')[0] ?? '';
    const rows = [...section.matchAll(/^\| (`.+?) \| .+ \|$/gm)];
    const named = rows.flatMap(([, ids = '']) => [...ids.matchAll(/`([a-z-]+)`/g)]);
    expect(named.map(([, id]) => id).sort()).toEqual([...checks].sort());
  });
});
