import type { PollingAnswer, Settings, SourcePlan } from '../../../shared/api/answers.ts';
import { formatMoney } from '../../../shared/model/money-text.ts';
import { addUsd, parseUsd, type Usd } from '../../../shared/model/usd.ts';
import { intervalText, SOURCE_WORDS } from './source-words.ts';

/** What the sources that are read cost at their intervals in 30 days; null where none was read twice. */
export function plannedUsd(
  settings: Pick<Settings, 'sources'>,
  { sources }: Pick<PollingAnswer, 'sources'>,
): Usd | null {
  const known = pollable(settings, sources).flatMap(({ usdPerMonth }) => usdPerMonth ?? []);
  return known.length === 0 ? null : addUsd(...known);
}

/** What that figure is called: it is at least so much where a source that is read has no cost yet. */
export function plannedLabel(
  settings: Pick<Settings, 'sources'>,
  { sources }: Pick<PollingAnswer, 'sources'>,
): string {
  const known = pollable(settings, sources).map(({ usdPerMonth }) => usdPerMonth !== null);
  const partial = known.includes(true) && known.includes(false);
  return `At these intervals, 30 days${partial ? ', at least' : ''}`;
}

/**
 * Why the intervals cannot be kept: they cost more in 30 days than the monthly limit, so that paid
 * calls would stop before the month ends. Null while polling is paused, or where the limit is enough.
 */
export function pollingWarning(
  settings: Pick<Settings, 'sources' | 'polling'>,
  polling: Pick<PollingAnswer, 'sources'>,
  capUsd: Usd,
): string | null {
  const planned = plannedUsd(settings, polling);
  if (!settings.polling.on || planned === null || parseUsd(planned) <= parseUsd(capUsd))
    return null;
  const dearest = dearestOf(pollable(settings, polling.sources));
  const costs = `At these intervals 30 days cost about ${formatMoney(planned)}, over the limit of ${formatMoney(capUsd)} a month: paid calls stop once it is reached, and figures grow old until the next month.`;
  if (dearest === null) return costs;
  const { kind, minutes, usdPerMonth } = dearest;
  return `${costs} ${SOURCE_WORDS[kind].title} every ${intervalText(minutes)} costs most (${formatMoney(usdPerMonth ?? '0')}): read it less often, or raise the limit.`;
}

function pollable(
  { sources: chosen }: Pick<Settings, 'sources'>,
  sources: readonly SourcePlan[],
): readonly SourcePlan[] {
  return sources.filter(({ kind }) => chosen.includes(kind));
}

function dearestOf(sources: readonly SourcePlan[]): SourcePlan | null {
  const cost = ({ usdPerMonth }: SourcePlan) => parseUsd(usdPerMonth ?? '0');
  return sources.reduce<SourcePlan | null>(
    (most, each) => (cost(each) > (most === null ? 0n : cost(most)) ? each : most),
    null,
  );
}
