import { priceList, readPriceList } from '../sources/prices/price-list.ts';
import { storeRateCards } from '../sources/prices/rate-cards.ts';
import type { SourceReading } from '../store/store.ts';
import { endStep, isLeftOut, type StepContext } from './step-context.ts';

/** The step that reads what AWS asks for Bedrock. */
export const pricesStep = { id: 'prices', title: 'Prices' } as const;

/**
 * Stores the accounts' own rate cards, which the configuration holds, and reads the public Price
 * List in the Regions of the scan: asked by one account, by another where that one may not.
 */
export async function readPrices(context: StepContext): Promise<readonly SourceReading[]> {
  const { progress, tools, accounts, configuration } = context;
  const { id } = pricesStep;
  if (isLeftOut(context, 'prices', id)) return [];
  progress.start(id);
  await storeRateCards(tools, configuration);
  const regions = [...new Set(accounts.flatMap((account) => account.regions))].sort();
  const readings: SourceReading[] = [];
  for (const asker of accounts) {
    const reading = await readPriceList({
      tools,
      asker,
      regions,
      onProgress: (done, total) => progress.count(id, done, total),
    });
    readings.push(reading);
    if (reading.outcome.status !== 'denied') break;
  }
  const answered = readings.filter(({ outcome }) => outcome.status === 'collected');
  const told = answered.length > 0 ? answered : readings.slice(0, 1);
  await endStep(context, { id, readings: told, note: told.length === 0 ? noAccount : null });
  return told;
}

const noAccount = `There is no account to ask for the ${priceList.title}.`;
