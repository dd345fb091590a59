import { GRANULARITIES } from '../../charts/time-bucket.ts';
import { groupingOf } from '../../spend/grouping.ts';
import { SPEND_MEASURE_IDS } from '../../spend/spend-measure.ts';
import { COMPARISONS, COST_TABLES } from './cost/cost-filters.ts';
import { SPEND_TAB_IDS } from './tabs.ts';
import { stepsFilter } from './what-if/changes.ts';

const isOneOf = (choices: readonly string[]) => (text: string) => choices.includes(text);

type Known = readonly (readonly [string, (text: string) => boolean])[];

/** What may stand in the address, and how it is known to be something. */
const OF_ALL: Known = [['tab', isOneOf(SPEND_TAB_IDS)]];

/** Of the tab Cost alone: others have words of their own under such names. */
const OF_COST: Known = [
  ['groupBy', (text) => groupingOf(text) !== null],
  ['measure', isOneOf(SPEND_MEASURE_IDS)],
  ['by', isOneOf(GRANULARITIES)],
  ['compare', isOneOf(COMPARISONS)],
  ['table', isOneOf(COST_TABLES)],
];

/** Of the tab What-if alone. */
const OF_WHAT_IF: Known = [['steps', areSteps]];

function areSteps(text: string): boolean {
  return text === '[]' || stepsFilter.read(new URLSearchParams([['steps', text]])).length > 0;
}

/** What of an address means nothing and is shown as if it were not there; null where all does. */
export function addressNotice(search: string): string | null {
  const params = new URLSearchParams(search);
  const tab = params.get('tab') ?? '';
  const isCost = tab === 'cost' || !isOneOf(SPEND_TAB_IDS)(tab);
  const ofTab = tab === 'what-if' ? OF_WHAT_IF : isCost ? OF_COST : [];
  const unknown = [...OF_ALL, ...ofTab].flatMap(([key, isKnown]) => {
    const text = params.get(key);
    return text === null || text === '' || isKnown(text) ? [] : [`${key}=${text}`];
  });
  if (unknown.length === 0) return null;
  return `The address names ${unknown.join(' and ')}, which Spend does not have; it is left aside.`;
}
