import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerCase } from '../../../shared/access/cases/answer-case.ts';
import { readCase } from '../../../shared/access/cases/read-case.ts';

/** One file of cases: what they share, and one line each. */
interface CaseFile {
  /** The page of AWS's documentation that the cases rest on. */
  readonly page: string;
  /** Members that a case has unless it says otherwise. */
  readonly usual: Readonly<Record<string, unknown>>;
  readonly cases: readonly HandCase[];
}

interface HandCase {
  /** The rule in words. */
  readonly name: string;
  readonly page?: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly decision: string;
  readonly by?: string;
}

const folder = path.join(import.meta.dirname, 'cases');
const files = readdirSync(folder).map((name) => ({
  name,
  ...(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as CaseFile),
}));

describe.each(files)('$name', ({ usual, page, cases }) => {
  test.each(cases)('$name: $decision', ({ name, given, decision, by, page: own }) => {
    expect(own ?? page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    const answer = answerCase(readCase({ id: name, ...usual, ...given }));
    expect(answer).toMatchObject(by === undefined ? { decision } : { decision, by });
  });
});

test('each case says something of its own', () => {
  const names = files.flatMap(({ name, cases }) => cases.map((one) => `${name}: ${one.name}`));
  expect(new Set(names).size).toBe(names.length);
});
