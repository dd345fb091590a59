import { type Attodollars, parseUsd, type Usd } from '../../../shared/model/usd.ts';

const ONE_CENT = 10n ** 16n;
const ONE_MILL = 10n ** 15n;
const ONE_USD = 10n ** 18n;

/** Dollars for a person: cents from a dollar upwards, tenths of a cent below, `<$0.001` if less. */
export function moneyText(usd: Usd): string {
  const amount = parseUsd(usd);
  if (amount < 0n) return `-${positive(-amount)}`;
  return positive(amount);
}

function positive(amount: Attodollars): string {
  if (amount === 0n) return '$0.00';
  if (amount < ONE_MILL) return '<$0.001';
  const step = amount < ONE_USD ? ONE_MILL : ONE_CENT;
  const rounded = ((amount + step / 2n) / step) * step;
  const digits = step === ONE_MILL ? 3 : 2;
  const decimals = ((rounded % ONE_USD) / step).toString().padStart(digits, '0');
  return `$${(rounded / ONE_USD).toLocaleString('en-US')}.${decimals}`;
}
