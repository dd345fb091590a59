import { expect, test } from 'vitest';
import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { guardrailBlocksPromptAttacks } from '../../../shared/rules/guardrails/guardrail-blocks-prompt-attacks.ts';
import { attackFilter, DENIED, guardrail, judge, reading, unread, verdictOf } from './builders.ts';

const one = (...filters: Parameters<typeof guardrail>[0]): readonly DatasetReading[] => [
  reading('guardrails', [guardrail(filters)]),
];

test.each<[string, readonly DatasetReading[], string, string]>([
  [
    'pass: HIGH, enabled, BLOCK',
    one(attackFilter()),
    'pass',
    'Guardrail support (DRAFT) blocks prompt attacks at strength HIGH.',
  ],
  [
    'pass, saying which published versions were not judged',
    [reading('guardrails', [{ ...guardrail([attackFilter()]), versions: ['2', '1'] }])],
    'pass',
    'Guardrail support (DRAFT) blocks prompt attacks at strength HIGH. Its published versions 2, 1 are not judged.',
  ],
  [
    'fail: no such filter',
    one(attackFilter({ type: 'VIOLENCE' })),
    'fail',
    'Guardrail support (DRAFT) has no prompt-attack filter.',
  ],
  [
    'fail: MEDIUM',
    one(attackFilter({ inputStrength: 'MEDIUM' })),
    'fail',
    'Guardrail support (DRAFT) filters prompt attacks at strength MEDIUM, not HIGH.',
  ],
  [
    'fail: detects only',
    one(attackFilter({ inputAction: 'NONE' })),
    'fail',
    'Guardrail support (DRAFT) does not block prompt attacks (action NONE).',
  ],
  [
    'fail: disabled and NONE',
    one(attackFilter({ inputEnabled: false, inputStrength: 'NONE' })),
    'fail',
    'Guardrail support (DRAFT) has its prompt-attack filter disabled and filters prompt attacks at strength NONE, not HIGH.',
  ],
  [
    'none: no guardrail',
    [reading('guardrails', [])],
    'not-applicable',
    'there is no guardrail in this Region',
  ],
  [
    'unknown: denied',
    [unread('guardrails', DENIED)],
    'unknown',
    'guardrails could not be read: bedrock:GetGuardrail is denied. Grant it and scan again.',
  ],
])('%s', (_, readings, status, reason) => {
  expect(verdictOf(judge(guardrailBlocksPromptAttacks, readings))).toEqual([status, reason]);
});

test('each guardrail is judged by itself', () => {
  const guardrails = [guardrail([attackFilter()]), guardrail([], 'bare')];
  const findings = judge(guardrailBlocksPromptAttacks, [reading('guardrails', guardrails)]);
  expect(findings.map(({ status }) => status)).toEqual(['pass', 'fail']);
});
