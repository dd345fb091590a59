import Badge from '@cloudscape-design/components/badge';
import type { SpendAnswer } from '../../shared/api/answers.ts';
import { discountWords } from '../../shared/cost/prices-used.ts';
import { Money } from '../components/money.tsx';

/** The user's discounts that are in a metered figure, with what it is at list prices. */
export function DiscountNotes({ discounts = [] }: Pick<SpendAnswer, 'discounts'>) {
  return discounts.map((discount) => (
    <div key={discountWords(discount)} className="headline-note">
      <Badge color="severity-neutral">with your discount of {discountWords(discount)}</Badge>{' '}
      <Money usd={discount.usd} /> in place of <Money usd={discount.listedUsd} /> at list prices.
    </div>
  ));
}
