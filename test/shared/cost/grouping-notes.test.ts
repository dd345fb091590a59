import { expect, test } from 'vitest';
import { buildSpend } from '../../../shared/cost/build-spend.ts';
import { spendInput, usage } from './builders.ts';

test.each([
  ['person', /Names that differ stand apart/],
  ['guardrail', /text units of the guardrails themselves are billed apart/],
  ['unit', /not split by token type/],
  ['model', null],
] as const)('what has to be known of figures by %s is a note', (groupBy, words) => {
  const { notes } = buildSpend(spendInput({ usage: [usage()], groupBy }));
  if (words === null) expect(notes).toEqual([]);
  else expect(notes.join(' ')).toMatch(words);
});
