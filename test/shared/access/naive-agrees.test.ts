import fc from 'fast-check';
import { test } from 'vitest';
import { answerCase } from '../../../shared/access/cases/answer-case.ts';
import { readCase } from '../../../shared/access/cases/read-case.ts';
import { naiveDecision } from './naive-evaluator.ts';
import { cases } from './random-policies.ts';

/** `ACCESS_RUNS=100000` compares that many random sets of policies. */
const RUNS = Number(process.env.ACCESS_RUNS ?? 20_000);

test('a second, naive evaluator decides the same', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { decision } = answerCase(readCase(given));
      const naive = naiveDecision(given);
      if (decision !== naive) throw new Error(`${decision}, but naively ${naive}`);
    }),
    { numRuns: RUNS },
  );
}, 300_000);
