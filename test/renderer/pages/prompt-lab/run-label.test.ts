import { expect, test } from 'vitest';
import { estimateText, runLabel } from '../../../../renderer/pages/prompt-lab/run-label.ts';
import type { PromptEstimate } from '../../../../shared/api/answers.ts';

const PRICED: PromptEstimate = {
  inputTokens: 1312,
  tokenBasis: 'counted',
  inputUsd: '0.000393',
  maxUsd: '0.0121',
  prices: [],
  unpricedReason: null,
};
const UNPRICED: PromptEstimate = {
  ...PRICED,
  tokenBasis: 'approximate',
  inputUsd: null,
  maxUsd: null,
  unpricedReason: 'No price line covers nova in eu-west-3.',
};

test.each([
  [undefined, 'Run'],
  [PRICED, 'Run: $0.000393 to $0.0121'],
  [UNPRICED, 'Run: no price known'],
])('the button says %o as %s', (estimate, label) => {
  expect(runLabel(estimate)).toBe(label);
});

test.each([
  [PRICED, '1,312 tokens in (counted by CountTokens), at most 1,024 out.'],
  [
    UNPRICED,
    'About 1,312 tokens in (characters divided by 4; this model cannot count), at most 1,024 out. No price line covers nova in eu-west-3.',
  ],
])('%o in words', (estimate, text) => {
  expect(estimateText(estimate, 1024)).toBe(text);
});
