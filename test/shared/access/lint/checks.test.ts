import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LINT_CHECKS } from '../../../../shared/access/lint/checks/index.ts';
import { lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';
import { projectRoot } from '../../../helpers/source-tree.ts';
import { FORM_CASES } from './form-cases.ts';
import { GRANT_CASES } from './grant-cases.ts';
import { MEANING_CASES } from './meaning-cases.ts';
import { NAME_CASES } from './name-cases.ts';

const CASES = [...FORM_CASES, ...NAME_CASES, ...MEANING_CASES, ...GRANT_CASES];

function found(policy: unknown, { check, kind = 'identity' }: (typeof CASES)[number]) {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  return lintPolicy(text, kind).findings.filter((finding) => finding.check === check);
}

describe.each(CASES)('$check: $title', (it) => {
  test('is found, with its place and what to do', () => {
    const [first, ...others] = found(it.fires, it).filter(({ message }) => it.says.test(message));
    expect(first, JSON.stringify(found(it.fires, it))).toBeDefined();
    expect(others).toEqual([]);
    expect(first?.path).toBe(it.path);
    expect(first?.remedy).toMatch(it.remedy);
    expect(first?.line).toBeGreaterThan(0);
  });

  test('is not found where all is right', () => {
    expect(found(it.silent, it)).toEqual([]);
  });
});

test('every check is a file of its own, in the list and among the cases', () => {
  const folder = path.join(projectRoot, 'shared/access/lint/checks');
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  const ids = LINT_CHECKS.map(({ id }) => id);
  expect(files.map((file) => path.basename(file, '.ts')).sort()).toEqual([...ids].sort());
  expect([...new Set(CASES.map(({ check }) => check))].sort()).toEqual([...ids].sort());
});
