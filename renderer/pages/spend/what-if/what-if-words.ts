import type { WhatIfAnswer } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { parseUsd, usdToNumber } from '../../../../shared/model/usd.ts';
import { formatShare } from '../../../format.ts';

/** The tab's answer in a sentence. */
export function whatIfSentence({ beforeUsd, differenceUsd }: WhatIfAnswer): string {
  if (differenceUsd === null) return 'What it would cost is not known: capacity has no price.';
  const amount = parseUsd(differenceUsd);
  if (amount === 0n) return 'It would cost the same.';
  const size = amount < 0n ? differenceUsd.slice(1) : differenceUsd;
  const share = formatShare(usdToNumber(size), usdToNumber(beforeUsd));
  const words = `${formatMoney(size)} ${amount < 0n ? 'less' : 'more'}`;
  return share === null ? `It would cost ${words}.` : `It would cost ${words} (${share}).`;
}
