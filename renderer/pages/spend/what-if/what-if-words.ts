import type { WhatIfAnswer } from '../../../../shared/api/answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { formatUsd, parseUsd, usdToNumber } from '../../../../shared/model/usd.ts';
import { countOf, exactCount, formatShare } from '../../../format.ts';

/** The tab's answer in a sentence; a share only where it is of all that has a price today. */
export function whatIfSentence(answer: WhatIfAnswer): string {
  const { beforeUsd, differenceUsd } = answer;
  if (differenceUsd === null) return 'What it would cost is not known: capacity has no price.';
  const { left, whole } = leftOut(answer);
  const compared = `${formatMoney(beforeUsd)} of ${formatMoney(formatUsd(whole))}`;
  const part = left === 0n ? '' : `, as far as it can be compared: ${compared}`;
  const amount = parseUsd(differenceUsd);
  if (amount === 0n) return `It would cost the same${part}.`;
  const size = amount < 0n ? differenceUsd.slice(1) : differenceUsd;
  const words = `It would cost ${formatMoney(size)} ${amount < 0n ? 'less' : 'more'}`;
  if (part !== '') return `${words}${part}.`;
  const share = formatShare(usdToNumber(size), usdToNumber(beforeUsd));
  return share === null ? `${words}.` : `${words} (${share}).`;
}

/** What is on neither side, in a sentence; null where everything is compared. */
export function leftOutWords(answer: WhatIfAnswer): string | null {
  const { notCompared } = answer;
  if (notCompared.length === 0) return null;
  const { left } = leftOut(answer);
  if (left === 0n) return 'Usage that has no price today is in neither sum.';
  const unpriced = notCompared.some(({ beforeUsd }) => beforeUsd === null);
  const more = unpriced ? ', and usage that has no price today' : '';
  return `Not compared: ${formatMoney(formatUsd(left))}${more}. It has no price on one side and is in neither sum.`;
}

/** What today's cost has beside what is compared, and all of it, in attodollars. */
function leftOut({ notCompared, beforeUsd }: WhatIfAnswer) {
  const left = notCompared.reduce((sum, { beforeUsd: usd }) => sum + parseUsd(usd ?? '0'), 0n);
  return { left, whole: left + parseUsd(beforeUsd) };
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
