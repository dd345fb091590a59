import type { Input } from '../../../shared/api/contract.ts';
import type { PropertyQuery } from '../../components/property-query.ts';

/** The filter of the event methods of the contract. */
export type EventFilter = NonNullable<Input<'events.list'>['filter']>;

const LISTS = ['accounts', 'regions', 'eventNames', 'principals', 'models'] as const;
const TEXT_LIMIT = 200;

/** The property key of "failed", and its two values. */
export const OUTCOME_KEY = 'outcome';
export const OUTCOMES = { failed: 'Failed', succeeded: 'Succeeded' } as const;

/** The filter of the contract that a query means; both outcomes at once narrow nothing. */
export function filterOfQuery({ lists, text }: PropertyQuery): EventFilter {
  const chosen = LISTS.flatMap((key) => {
    const values = lists[key] ?? [];
    return values.length === 0 ? [] : [[key, values]];
  });
  const outcomes = lists[OUTCOME_KEY] ?? [];
  return {
    ...(Object.fromEntries(chosen) as EventFilter),
    ...(outcomes.length === 1 && { failed: outcomes[0] === OUTCOMES.failed }),
    ...(text !== '' && { text: text.slice(0, TEXT_LIMIT) }),
  };
}

/** The query that shows a filter of the contract. */
export function queryOfFilter(filter: EventFilter): PropertyQuery {
  const lists = LISTS.map((key) => [key, filter[key] ?? []] as const);
  const outcome = filter.failed === true ? OUTCOMES.failed : OUTCOMES.succeeded;
  return {
    lists: {
      ...Object.fromEntries(lists),
      [OUTCOME_KEY]: filter.failed === undefined ? [] : [outcome],
    },
    text: filter.text ?? '',
  };
}
