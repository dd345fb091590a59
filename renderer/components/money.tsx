import { formatMoney } from '../../shared/model/money-text.ts';
import type { Usd } from '../../shared/model/usd.ts';
import { exactMoney } from '../format.ts';

interface MoneyProps {
  /** Null where no price is known: shown as `unpriced`, never as zero. */
  readonly usd: Usd | null;
}

/** An amount of money, rounded for reading, exact on hover. */
export function Money({ usd }: MoneyProps) {
  if (usd === null) return <span title="No price line covers this usage">unpriced</span>;
  return (
    <span className="figure" title={exactMoney(usd)}>
      {formatMoney(usd)}
    </span>
  );
}
