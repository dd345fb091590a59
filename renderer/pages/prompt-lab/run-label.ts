import type { PromptEstimate } from '../../../shared/api/answers.ts';
import { formatMoney } from '../../../shared/model/money-text.ts';
import { exactCount } from '../../format.ts';

/** The words on the button that sends: what it will cost at least and at most, where that is known. */
export function runLabel(estimate: PromptEstimate | undefined): string {
  if (estimate === undefined) return 'Run';
  const { inputUsd, maxUsd } = estimate;
  if (inputUsd === null || maxUsd === null) return 'Run: no price known';
  return `Run: ${formatMoney(inputUsd)} to ${formatMoney(maxUsd)}`;
}

/** How many tokens go in, how they were counted, and what is not known of the price. */
export function estimateText(estimate: PromptEstimate, maxTokens: number): string {
  const { inputTokens, tokenBasis, unpricedReason } = estimate;
  const tokens =
    tokenBasis === 'counted'
      ? `${exactCount(inputTokens)} tokens in (counted by CountTokens)`
      : `About ${exactCount(inputTokens)} tokens in (characters divided by 4; this model cannot count)`;
  const out = `at most ${exactCount(maxTokens)} out`;
  return unpricedReason === null ? `${tokens}, ${out}.` : `${tokens}, ${out}. ${unpricedReason}`;
}
