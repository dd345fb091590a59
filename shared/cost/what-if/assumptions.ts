import { assertNever } from '../../model/assert-never.ts';
import { fits, isSelected } from './apply-changes.ts';
import type { WhatIfChange, WhatIfInput } from './what-if-answer.ts';

/** What the answer takes for granted, each once, in the order of the changes. */
export function assumptionsOf({ rows, changes }: WhatIfInput): readonly string[] {
  const others = rows.some(
    (row) =>
      row.quantity > 0 &&
      changes.some(({ select }) => fits(row, select) && !isSelected(row, select)),
  );
  return [
    ...new Set([
      ...changes.flatMap(assumptionOf),
      ...(others ? ['Only tokens are moved: images, hours and other units stay as they are.'] : []),
    ]),
  ];
}

function assumptionOf({ to }: WhatIfChange): readonly string[] {
  switch (to.kind) {
    case 'model':
      return [
        'The other model is assumed to take and give as many tokens; models count and answer differently, so try it in the prompt lab.',
      ];
    case 'tier':
      return tierAssumption(to.tier);
    case 'scope':
      return to.scope === 'in-region'
        ? ['The model is assumed to be offered on demand in the Regions that are called.']
        : [];
    case 'cache':
      return to.policy.kind === 'off'
        ? []
        : ['Cache reads are assumed as given: whether prompts repeat in time is not looked at.'];
    case 'commitment':
      return [
        `${to.commitment.name} is assumed to be able to serve all that is moved to it, at any hour.`,
      ];
    default:
      return assertNever(to);
  }
}

function tierAssumption(tier: string): readonly string[] {
  if (tier === 'batch')
    return ['Batch work is answered within hours, not at once: only calls that can wait can move.'];
  if (tier === 'flex') return ['Flex calls may wait longer when AWS is busy.'];
  return [];
}
