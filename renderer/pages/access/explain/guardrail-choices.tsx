import Box from '@cloudscape-design/components/box';
import type { GuardrailChoice } from '../../../../shared/api/access-answers.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { guardrailWords } from './guardrail-words.ts';

/** Whether calls without a guardrail, or with another one, are let through too. */
export function GuardrailChoices({ choices }: { readonly choices: readonly GuardrailChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <ul className="proof" aria-label="Guardrails">
      {choices.map((choice) => (
        <li key={choice.use} title={choice.guardrail ?? undefined}>
          <Box variant="strong" display="inline">
            {guardrailWords(choice)}:
          </Box>{' '}
          <DecisionBadge decision={choice.decision} />
        </li>
      ))}
    </ul>
  );
}
