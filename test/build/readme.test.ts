import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { requiredPolicy } from '../../electron/backend/scan/required-policy.ts';
import { projectRoot } from '../helpers/source-tree.ts';

const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');

describe('README', () => {
  test('shows the policy that is generated from collectors and sources', () => {
    const shown = /<!-- policy:begin -->\s*```json\n([\s\S]*?)\n```\s*<!-- policy:end -->/.exec(
      readme,
    );
    expect(shown?.[1]).toBe(requiredPolicy().json);
  });

  test('links only to files that exist', () => {
    const links = [...readme.matchAll(/\]\(((?!https?:)[^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(path.join(projectRoot, link)))).toEqual([]);
  });
});
