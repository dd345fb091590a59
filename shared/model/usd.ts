/** An exact amount of US dollars as a whole number of attodollars (10^-18 USD). */
export type Attodollars = bigint;
/** An exact amount of US dollars as decimal text, for example `12.3456`; what crosses carriers. */
export type Usd = string;

const SCALE = 18;
const ONE_USD = 10n ** BigInt(SCALE);
const DECIMAL_PATTERN = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads decimal text such as `3`, `0.0525` or `-1.5` exactly.
 * @throws RangeError when the text is not a plain decimal or has more than 18 decimals.
 */
export function parseUsd(text: Usd): Attodollars {
  const match = DECIMAL_PATTERN.exec(text);
  const decimals = match?.[3] ?? '';
  if (match === null || decimals.length > SCALE) {
    throw new RangeError(`'${text}' is not a decimal amount with at most ${SCALE} decimals`);
  }
  const amount = BigInt(match[2] ?? '0') * ONE_USD + BigInt(decimals.padEnd(SCALE, '0'));
  return match[1] === '-' ? -amount : amount;
}

/** Writes an amount exactly, without trailing zeros: `3`, `0.0525`. */
export function formatUsd(amount: Attodollars): Usd {
  const sign = amount < 0n ? '-' : '';
  const absolute = amount < 0n ? -amount : amount;
  const decimals = (absolute % ONE_USD).toString().padStart(SCALE, '0').replace(/0+$/, '');
  return `${sign}${absolute / ONE_USD}${decimals === '' ? '' : `.${decimals}`}`;
}

/** The exact sum of decimal amounts. */
export function addUsd(...amounts: readonly Usd[]): Usd {
  return formatUsd(amounts.reduce((sum, amount) => sum + parseUsd(amount), 0n));
}

/** An amount with exactly `decimals` decimals, half away from zero: for people, never for sums. */
export function roundUsd(amount: Usd, decimals: number): Usd {
  const unit = 10n ** BigInt(SCALE - decimals);
  const exact = parseUsd(amount);
  const absolute = exact < 0n ? -exact : exact;
  const rounded = ((absolute + unit / 2n) / unit) * unit;
  const [whole = '0', rest = ''] = formatUsd(rounded).split('.');
  const sign = exact < 0n && rounded > 0n ? '-' : '';
  return `${sign}${whole}${decimals === 0 ? '' : `.${rest.padEnd(decimals, '0')}`}`;
}

/** An amount as a floating-point number, for chart geometry only; never for sums that are shown. */
export function usdToNumber(amount: Usd): number {
  return Number(amount);
}
