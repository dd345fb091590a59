import type { GuardrailChoice } from '../../../../shared/api/access-answers.ts';

const WORDS: Readonly<Record<GuardrailChoice['use'], string>> = {
  without: 'Without a guardrail',
  version: 'With the guardrail',
  draft: 'With the DRAFT of the guardrail',
  other: 'With any other guardrail',
};

/** With which guardrail a call is made: `With the guardrail ab12cd34ef56:3`. */
export function guardrailWords({ use, guardrail }: GuardrailChoice): string {
  if (guardrail === null) return WORDS[use];
  return `${WORDS[use]} ${guardrail.slice(guardrail.lastIndexOf('/') + 1)}`;
}
