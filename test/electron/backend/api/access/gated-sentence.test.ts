import { describe, expect, test } from 'vitest';
import { joinedGates } from '../../../../../electron/backend/api/access/call-gates.ts';
import { headline } from '../../../../../electron/backend/api/access/gated-sentence.ts';
import type { RegionGate } from '../../../../../shared/api/access-answers.ts';

const SHUT = { gate: 'guardrail', state: 'closed', sentence: 'It is denied.' } as const;
const window = { from: '2026-08-23', to: '2026-11-21' };
const CALL = {
  sentence: 'ana may call it.',
  decision: 'allowed',
  gates: [SHUT],
  seen: { calls: 0, window },
} as const;

describe('a call that an enforced guardrail refuses', () => {
  test('is allowed by IAM alone', () => {
    expect(headline(CALL)).toBe(
      'Allowed by IAM, fails at the guardrail that is enforced. ana may call it.',
    );
    expect(headline({ ...CALL, decision: 'conditional' })).toMatch(/^Where IAM allows it, fails/);
  });

  test('and that was seen to succeed says how often', () => {
    expect(headline({ ...CALL, seen: { calls: 1_657, window } })).toBe(
      'Allowed by IAM, should fail at the guardrail that is enforced, yet 1,657 calls succeeded since 2026-08-23. ana may call it.',
    );
  });

  test.each([
    { ...CALL, decision: 'denied' as const },
    { ...CALL, gates: [{ ...SHUT, state: 'open' as const }] },
    { ...CALL, gates: [{ ...SHUT, gate: 'marketplace-subscribe' as const }] },
  ])('is told by IAM alone where it is denied, or the guardrail is open: %#', (call) => {
    expect(headline(call)).toBe(CALL.sentence);
  });
});

test('gates that are the same are told once', () => {
  const at = (region: string, sentence = 'x'): RegionGate => ({ ...SHUT, sentence, region });
  const told = (gates: readonly RegionGate[]) => joinedGates(gates).map(({ region }) => region);
  expect(told([at('a'), at('b')])).toEqual(['all Regions']);
  expect(told([at('a'), at('b'), at('c', 'y')])).toEqual(['a, b', 'c']);
  expect(told([at('a')])).toEqual(['a']);
});
