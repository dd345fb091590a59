import type { WhatIfAnswer } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { formatUsd, parseUsd, usdToNumber } from '../../../../shared/model/usd.ts';
import { countOf, exactCount, formatShare } from '../../../format.ts';

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

/** What is on neither side, in a sentence; null where everything is compared. */
export function leftOutWords({ notCompared, beforeUsd }: WhatIfAnswer): string | null {
  if (notCompared.length === 0) return null;
  const left = notCompared.reduce((sum, { beforeUsd: usd }) => sum + parseUsd(usd ?? '0'), 0n);
  const whole = left + parseUsd(beforeUsd);
  const unpriced = notCompared.some(({ beforeUsd: usd }) => usd === null);
  if (left === 0n) return 'Usage that has no price today is in neither sum.';
  const more = unpriced ? ', and usage that has no price today' : '';
  return `Compared is ${formatMoney(beforeUsd)} of ${formatMoney(formatUsd(whole))}: the rest, ${formatMoney(formatUsd(left))}${more}, has no price on one side and is in neither sum.`;
}

/** What approvals say to the changes, in a sentence. */
export function brokenSentence(broken: WhatIfAnswer['broken']): string {
  const fresh = broken.filter(({ already }) => !already);
  const unknown = fresh.filter(({ kind }) => kind === 'destination-not-known').length;
  const sure = fresh.length - unknown;
  const old = broken.length - fresh.length;
  const first =
    sure > 0
      ? `${countOf(sure, 'approval')} broken by these changes`
      : `No approval is ${unknown === 0 ? '' : 'known to be '}broken by these changes`;
  const open = unknown === 0 ? '' : `; ${exactCount(unknown)} cannot be judged`;
  const before = old === 0 ? '' : `; ${exactCount(old)} ${old === 1 ? 'is' : 'are'} broken already`;
  return `${first}${open}${before}`;
}
