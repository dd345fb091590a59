import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerCase } from '../../../shared/access/cases/answer-case.ts';
import { readCase } from '../../../shared/access/cases/read-case.ts';
import { naiveDecision } from './naive-evaluator.ts';
import { cases, casesWithRefused, type Json } from './random-policies.ts';

/** `ACCESS_RUNS=100000` compares that many random sets of policies. */
const RUNS = Number(process.env.ACCESS_RUNS ?? 20_000);

test.each([
  ['sound policies', cases],
  ['policies of which AWS refuses some', casesWithRefused],
])(
  'a second, naive evaluator decides the same: %s',
  (_, of) => {
    fc.assert(
      fc.property(of, (given) => {
        const { decision } = answerCase(readCase(given));
        const naive = naiveDecision(given);
        if (decision !== naive) throw new Error(`${decision}, but naively ${naive}`);
      }),
      { numRuns: RUNS },
    );
  },
  300_000,
);

interface CaseFile {
  readonly usual: Json;
  readonly cases: readonly {
    readonly name: string;
    readonly given: Json;
    readonly decision: string;
  }[];
}

const folder = path.join(import.meta.dirname, 'cases');

test.each(readdirSync(folder))('the naive evaluator decides the cases of %s as well', (file) => {
  const { usual, cases: hand } = JSON.parse(
    readFileSync(path.join(folder, file), 'utf8'),
  ) as CaseFile;
  // The naive evaluator takes sound policies, as documents.
  const sound = hand.filter(
    ({ given, decision }) => decision !== 'unknown' && !JSON.stringify(given).includes('\\"'),
  );
  const other = sound.filter(
    ({ given, decision }) => naiveDecision({ ...usual, ...given }) !== decision,
  );
  expect(other.map(({ name }) => name)).toEqual([]);
});
