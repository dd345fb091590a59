import { groupThousands } from './group-thousands.ts';
import { parseUsd, type Usd } from './usd.ts';

const ATTO_DIGITS = 18;
const CENT = 10n ** 16n;
const ONE = 10n ** 18n;
const SMALL_DIGITS = 3;

/**
 * Money as people read it, on the page and in the terminal: two decimals and grouped thousands from
 * a dollar on, at most three significant decimals below (`$0.0525`, `$0.000123`). Rounds half away
 * from zero, exactly.
 */
export function formatMoney(usd: Usd): string {
  const amount = parseUsd(usd);
  const absolute = amount < 0n ? -amount : amount;
  const text = absolute < ONE ? smallMoney(absolute) : largeMoney(absolute);
  return `${amount < 0n ? '−' : ''}$${text}`;
}

function largeMoney(amount: bigint): string {
  const cents = roundTo(amount, CENT) / CENT;
  return `${groupThousands((cents / 100n).toString())}.${(cents % 100n).toString().padStart(2, '0')}`;
}

function smallMoney(amount: bigint): string {
  if (amount === 0n) return '0.00';
  const zeros = ATTO_DIGITS - amount.toString().length;
  const step = 10n ** BigInt(Math.max(0, ATTO_DIGITS - zeros - SMALL_DIGITS));
  const rounded = roundTo(amount, step);
  if (rounded >= ONE) return '1.00';
  const decimals = rounded.toString().padStart(ATTO_DIGITS, '0').replace(/0+$/, '');
  return `0.${decimals.padEnd(2, '0')}`;
}

function roundTo(amount: bigint, step: bigint): bigint {
  return ((amount + step / 2n) / step) * step;
}
