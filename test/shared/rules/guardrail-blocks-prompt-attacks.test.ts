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
    'pass: a published version, named by its number',
    [reading('guardrails', [guardrail([attackFilter()], 'support', '2')])],
    'pass',
    'Guardrail support (version 2) blocks prompt attacks at strength HIGH.',
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

test('every version is judged by itself, under the ARN that names it', () => {
  const weak = attackFilter({ inputStrength: 'LOW' });
  const versions = [
    guardrail([attackFilter()], 'support'),
    guardrail([attackFilter()], 'support', '2'),
    guardrail([weak], 'support', '1'),
  ];
  const findings = judge(guardrailBlocksPromptAttacks, [reading('guardrails', versions)]);
  const arn = versions[0]?.guardrailArn;
  expect(findings.map(({ resource, status }) => [resource, status])).toEqual([
    [arn, 'pass'],
    [`${arn}:2`, 'pass'],
    [`${arn}:1`, 'fail'],
  ]);
  expect(findings[2]?.reason).toBe(
    'Guardrail support (version 1) filters prompt attacks at strength LOW, not HIGH.',
  );
});

test('a version that could not be read is unknown, naming the permission; the others are judged', () => {
  const unreadable = {
    ...guardrail([], 'support', '1'),
    settings: { read: false, outcome: DENIED } as const,
  };
  const findings = judge(guardrailBlocksPromptAttacks, [
    reading('guardrails', [guardrail([attackFilter()]), unreadable]),
  ]);
  expect(findings.map(({ status }) => status)).toEqual(['pass', 'unknown']);
  expect(findings[1]?.reason).toBe(
    `Guardrail support (version 1) could not be read: ${DENIED.reason}`,
  );
  expect(findings[1]?.missing).toMatchObject([
    { dataset: 'guardrails', action: DENIED.action, region: 'us-east-1' },
  ]);
});
