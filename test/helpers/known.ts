import { addUsd, type Usd } from '../../shared/model/usd.ts';

/** A figure that is known; the test fails where it is not. */
export function known<T>(figure: T | null): T {
  if (figure === null) throw new Error('the figure is not known');
  return figure;
}

/** The exact sum of the amounts that have a price: what parts with and without prices come to. */
export function pricedSum(amounts: readonly (Usd | null)[]): Usd {
  return addUsd(...amounts.filter((usd) => usd !== null));
}
