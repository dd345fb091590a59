import type { SpendGroup } from '../../shared/api/answers.ts';
import { isPaidByHour, unpricedWords } from '../../shared/cost/spend/unpriced-words.ts';
import { Money } from '../components/money.tsx';
import { withoutPrice } from './priced-cost.ts';

interface GroupMoneyProps {
  readonly group: Pick<SpendGroup, 'usd' | 'unpricedUnits' | 'uncountedCalls' | 'paidByHourUnits'>;
}

/** What a group cost: `unpriced` where nothing of it has a price, `paid by the hour` where bought capacity served it, marked where only a part has. */
export function GroupMoney({ group }: GroupMoneyProps) {
  const lacking = withoutPrice(group);
  if (isPaidByHour(group)) {
    return (
      <span title={`Bought capacity served ${unpricedWords(group.paidByHourUnits ?? [])}`}>
        paid by the hour
      </span>
    );
  }
  if (group.usd === null) {
    return <span title={lacking ?? 'No price line covers these calls'}>unpriced</span>;
  }
  if (lacking === null) return <Money usd={group.usd} />;
  return (
    <>
      <Money usd={group.usd} />
      <div className="quiet" title={lacking}>
        in part
      </div>
    </>
  );
}
