import type { Input } from '../../../../shared/api/contract.ts';
import { whatIfInput } from '../../../../shared/api/spend-schemas.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import type { Filter } from '../../../filters.ts';

/** One step of a what-if, as the contract has it. */
export type WhatIfStep = Input<'spend.what-if'>['changes'][number];

const ANY_PERIOD = { from: '2026-01-01', to: '2026-02-01' };

/** Steps in the address as JSON; what cannot be read there is no step, so that the page stands. */
export const stepsFilter: Filter<readonly WhatIfStep[]> = {
  read(params) {
    const text = params.get('steps');
    return text === null ? [] : stepsOf(text);
  },
  write(params, steps) {
    if (steps.length === 0) params.delete('steps');
    else params.set('steps', JSON.stringify(steps));
  },
};

function stepsOf(text: string): readonly WhatIfStep[] {
  try {
    const parsed = whatIfInput.safeParse({ ...ANY_PERIOD, changes: JSON.parse(text) });
    return parsed.success ? parsed.data.changes : [];
  } catch {
    // Somebody typed what is no JSON: no step.
    return [];
  }
}

/** A step in words: `40 % of Claude Opus 5.5 in eu-west-1 moves to Claude Haiku 5.5`. */
export function stepWords({ percent, select, to }: WhatIfStep): string {
  const what = (select.models ?? []).map(modelLabel).join(', ') || 'everything';
  const narrowed = [
    ...(select.tiers ?? []).map((tier) => `tier ${tier}`),
    ...(select.scopes ?? []),
    ...(select.regions ?? []).map((region) => `in ${region}`),
    ...(select.accounts ?? []).map((account) => `of ${account}`),
  ];
  const from = narrowed.length === 0 ? what : `${what} (${narrowed.join(', ')})`;
  return `${percent} % of ${from} ${targetWords(to)}`;
}

function targetWords(to: WhatIfStep['to']): string {
  switch (to.kind) {
    case 'model':
      return `moves to ${modelLabel(to.modelId)}`;
    case 'tier':
      return `moves to the tier ${to.tier}`;
    case 'scope':
      return `is called with ${to.scope} scope`;
    case 'cache':
      return cacheWords(to.policy);
    default: {
      const { units, modelId, region, unit } = to.commitment;
      const term = unit.endsWith('6-months')
        ? ', 6 months'
        : unit.endsWith('1-month')
          ? ', 1 month'
          : '';
      return `is served by ${units} model units of ${modelLabel(modelId)} in ${region}${term}`;
    }
  }
}

function cacheWords(policy: Extract<WhatIfStep['to'], { kind: 'cache' }>['policy']): string {
  if (policy.kind === 'off') return 'is not cached';
  if (policy.kind === 'time-to-live') return `is kept in the cache for ${policy.ttl}`;
  return `has its input cached for ${policy.ttl}, each write read ${policy.readsPerWrite} times`;
}
