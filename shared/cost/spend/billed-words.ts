import { groupThousands } from '../../model/group-thousands.ts';
import { roundUsd } from '../../model/usd.ts';
import type { BilledSum } from '../spend-answer.ts';

/** What was billed, in its own currency: `3,043.32 USD`; several are joined by `and`. */
export function billedWords(sums: readonly BilledSum[]): string {
  return sums.map(({ cost, currency }) => `${rounded(cost)} ${currency}`).join(' and ');
}

function rounded(cost: string): string {
  const [whole = '', cents = ''] = roundUsd(cost, 2).split('.');
  return `${groupThousands(whole)}.${cents}`;
}
