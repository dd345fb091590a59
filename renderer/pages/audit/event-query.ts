import type { Input } from '../../../shared/api/contract.ts';

/** The filter of the event methods of the contract. */
export type EventFilter = NonNullable<Input<'events.list'>['filter']>;

/** One token of a property filter; enumerated properties carry a list, free text a string. */
export interface QueryToken {
  readonly propertyKey?: string;
  readonly operator: string;
  readonly value?: unknown;
}

const LISTS = ['accounts', 'regions', 'eventNames', 'principals', 'models'] as const;
type ListKey = (typeof LISTS)[number];

/** The property key of "failed" and its two values. */
export const OUTCOME_KEY = 'outcome';
export const OUTCOMES = { failed: 'Failed', succeeded: 'Succeeded' } as const;

/** The filter that a list of tokens means: one token per property counts, texts join to one phrase. */
export function filterOfTokens(tokens: readonly QueryToken[]): EventFilter {
  const lists = LISTS.flatMap((key) => {
    const values = valuesOf(tokens, key);
    return values.length === 0 ? [] : [[key, values]];
  });
  const text = tokens
    .filter((token) => token.propertyKey === undefined)
    .map((token) => String(token.value ?? '').trim())
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 200);
  const outcomes = valuesOf(tokens, OUTCOME_KEY);
  return {
    ...(Object.fromEntries(lists) as EventFilter),
    ...(outcomes.length === 1 && { failed: outcomes[0] === OUTCOMES.failed }),
    ...(text !== '' && { text }),
  };
}

/** The tokens that show a filter. */
export function tokensOfFilter(filter: EventFilter): readonly (QueryToken & { value: unknown })[] {
  const lists = LISTS.flatMap((key) => listToken(key, filter[key]));
  const outcome =
    filter.failed === undefined
      ? []
      : listToken(OUTCOME_KEY, [filter.failed ? OUTCOMES.failed : OUTCOMES.succeeded]);
  const text = filter.text === undefined ? [] : [{ operator: ':', value: filter.text }];
  return [...lists, ...outcome, ...text];
}

function listToken(propertyKey: ListKey | typeof OUTCOME_KEY, values?: readonly string[]) {
  if (values === undefined || values.length === 0) return [];
  return [{ propertyKey, operator: '=', value: [...values] }];
}

function valuesOf(tokens: readonly QueryToken[], key: string): string[] {
  const values = tokens
    .filter((token) => token.propertyKey === key)
    .flatMap((token) => (Array.isArray(token.value) ? token.value : [token.value]))
    .filter((value): value is string => typeof value === 'string' && value !== '');
  return [...new Set(values)];
}
