import { expect, test } from 'vitest';
import { calledName } from '../../../../renderer/pages/audit/called-model.tsx';
import type { ProfilesAnswer } from '../../../../shared/api/answers.ts';

const PROFILES = [
  {
    profileId: 'fuohmx6scxz6',
    name: 'storefront-checkout',
    type: 'APPLICATION',
    modelLabel: 'Claude Sonnet 5.5',
  },
  {
    profileId: 'us.anthropic.claude-sonnet-5-5',
    name: 'US Claude Sonnet 5.5',
    type: 'SYSTEM_DEFINED',
    modelLabel: 'Claude Sonnet 5.5',
  },
] as unknown as ProfilesAnswer['profiles'];

test.each([
  ['fuohmx6scxz6', { name: 'storefront-checkout', model: 'Claude Sonnet 5.5' }],
  ['us.anthropic.claude-sonnet-5-5', { name: 'Claude Sonnet 5.5', model: null }],
  ['k3v9x2m7q1pd', { name: 'k3v9x2m7q1pd', model: null }],
])('%s is told as %j', (modelId, told) => {
  expect(calledName(modelId, PROFILES)).toEqual(told);
});

test('until profiles are known, an id stands for itself', () => {
  expect(calledName('fuohmx6scxz6', undefined)).toEqual({ name: 'fuohmx6scxz6', model: null });
});
